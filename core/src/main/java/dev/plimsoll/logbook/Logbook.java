package dev.plimsoll.logbook;

import java.util.List;

/**
 * What has been seen of any number of data sources that were given this logbook, since it was made. Give it to
 * {@code Plimsoll.builder(dataSource).logbook(logbook, "orders").wrap()}. It never holds a bind value or a literal, and holds no data
 * source back from being collected. Safe for use by many threads; what it returns are copies.
 *
 * <p>Validation queries, transaction control and session settings are in none of its numbers.
 */
public final class Logbook {
    /** Pairs of statement and call site kept apart; those that cost least time are then only counted. */
    public static final int MAX_STATEMENTS = 2_000;

    /** Different findings kept; those made longest ago give way. */
    public static final int MAX_FINDINGS = 1_000;

    /** Characters of a shape that are kept. */
    public static final int MAX_SHAPE = 2_000;

    /** Marks kept of one unit's timeline. */
    public static final int MAX_MARKS = 500;

    /** Bytes that timelines take at most, unless said otherwise. */
    public static final long MAX_TIMELINE_BYTES = 16L << 20;

    private Logbook() {}

    /** A logbook without timelines. */
    public static Logbook create() {
        return new Logbook();
    }

    /** A logbook that also keeps the last units of work with their timelines, which costs time and memory for every execution. */
    public static Logbook withTimelines() {
        return withTimelines(MAX_TIMELINE_BYTES);
    }

    /** As {@link #withTimelines()}, with at most {@code bytes} of memory for them. */
    public static Logbook withTimelines(long bytes) {
        return new Logbook();
    }

    /** All findings, those that lost most time first. */
    public List<LoggedFinding> findings() {
        return List.of();
    }

    /**
     * The {@code most} statements that cost most. Counted at the end of a unit, and while it executes about once a second.
     */
    public TopStatements statements(Order by, int most) {
        return new TopStatements(List.of(), ExecutionTotals.NONE, ExecutionTotals.NONE);
    }

    /** The transactions that are open now, the oldest first. Looks at the stacks of their threads, some tens of microseconds each. */
    public List<LoggedTransaction> transactions() {
        return List.of();
    }

    /** The last units of work, the youngest first; none without timelines. */
    public List<LoggedUnit> units() {
        return List.of();
    }

    /** The nodes of each data source with replicas. */
    public List<LoggedNodes> nodes() {
        return List.of();
    }

    /** Everything as one JSON object, with the {@code most} statements that took most time. */
    public String toJson(int most) {
        return "{}";
    }

    /** What statements are sorted by, the largest first. */
    public enum Order {
        TIME,
        EXECUTIONS,
        ROWS
    }
}
