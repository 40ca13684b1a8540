package dev.plimsoll.logbook;

import dev.plimsoll.work.ObservedTimeline;
import dev.plimsoll.work.Recorder;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    public static final int MAX_MARKS = ObservedTimeline.MAX_MARKS;

    /** Bytes that timelines take at most, unless said otherwise. */
    public static final long MAX_TIMELINE_BYTES = 16L << 20;

    private final Instant since;
    private final StatementTable statements = new StatementTable();
    private final FindingTable findings;
    private final @Nullable UnitRing units;
    private final List<WeakReference<DataSourceLog>> dataSources = new CopyOnWriteArrayList<>();

    Logbook(Clock clock, long timelineBytes) {
        since = clock.instant();
        findings = new FindingTable(clock);
        units = timelineBytes == 0 ? null : new UnitRing(timelineBytes, clock);
    }

    /** A logbook without timelines. */
    public static Logbook create() {
        return new Logbook(Clock.systemUTC(), 0);
    }

    /** A logbook that also keeps the last units of work with their timelines, which costs time and memory for every execution. */
    public static Logbook withTimelines() {
        return withTimelines(MAX_TIMELINE_BYTES);
    }

    /** As {@link #withTimelines()}, with at most about {@code bytes} of memory for them. */
    public static Logbook withTimelines(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("timelines take memory: " + bytes + " bytes are not enough");
        }
        return new Logbook(Clock.systemUTC(), bytes);
    }

    /** Opens the logbook for one more data source, before its first connection is given out. */
    public DataSourceLog enter(String dataSource, Recorder recorder) {
        DataSourceLog log = new DataSourceLog(dataSource, recorder, statements, findings, units);
        dataSources.removeIf(reference -> reference.refersTo(null));
        dataSources.add(new WeakReference<>(log));
        recorder.keepBooks(log);
        return log;
    }

    private Stream<DataSourceLog> dataSources() {
        return dataSources.stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** When it was made. */
    public Instant since() {
        return since;
    }

    /** All findings, those that lost most time first. */
    public List<LoggedFinding> findings() {
        return findings.all();
    }

    /**
     * The {@code most} statements that cost most. Counted at the end of a unit of work, and while it executes about once a second; units
     * without an owner and those of open transactions are counted as far as they are now. One that fell out of the table and came back
     * counts from there, the rest of it to the others.
     */
    public TopStatements statements(Order by, int most) {
        dataSources().forEach(DataSourceLog::tellOfOpenUnits);
        return statements.top(by, most);
    }

    /** The transactions that are open now, the oldest first. Looks at the stacks of their threads, some tens of microseconds each. */
    public List<LoggedTransaction> transactions() {
        return dataSources()
                .flatMap(log -> log.transactions().stream())
                .sorted(Comparator.comparingLong(LoggedTransaction::ageNanos).reversed())
                .toList();
    }

    /**
     * The last units of work that have ended, the youngest first; none without timelines. As many as the memory for them holds: about
     * 48 bytes for each mark, and two for each character of the statements' shapes.
     */
    public List<LoggedUnit> units() {
        return units == null ? List.of() : units.youngestFirst();
    }

    /** The same without their timelines, which takes little even for thousands. */
    public List<LoggedUnit.Summary> unitSummaries() {
        return units == null ? List.of() : units.summaries();
    }

    /** One of the {@link #units()}, while it is among them. */
    public Optional<LoggedUnit> unit(long number) {
        return units == null ? Optional.empty() : units.unit(number);
    }

    /** The number of the unit that ended last; 0 if there is none. */
    public long lastUnit() {
        return units == null ? 0 : units.youngest();
    }

    /** The nodes of each data source with replicas. */
    public List<LoggedNodes> nodes() {
        return dataSources().flatMap(log -> log.nodes().stream()).toList();
    }

    /** Findings, the {@code most} first statements of each order, open transactions and nodes as one JSON object. */
    public String toJson(int most) {
        return LogbookJson.all(this, most);
    }

    /** The units as a JSON array. */
    public String unitsToJson() {
        return LogbookJson.timelines(this);
    }

    /** What statements are sorted by, the largest first. */
    public enum Order {
        TIME,
        EXECUTIONS,
        ROWS;

        long of(StatementTotal statement) {
            ExecutionTotals totals = statement.totals();
            return switch (this) {
                case TIME -> totals.nanos();
                case EXECUTIONS -> totals.executions();
                case ROWS -> totals.rows();
            };
        }
    }
}
