package dev.plimsoll.logbook;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.Bookkeeper;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedTimeline;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.Recorder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes one data source's entries into a {@link Logbook}; for what puts a watched data source together. The logbook refers to it weakly,
 * the recorder strongly, so that it lives as long as the data source. Safe for use by many threads.
 */
public final class DataSourceLog implements Bookkeeper {
    private final String name;
    private final Recorder recorder;
    private final StatementTable statements;
    private final FindingTable findings;
    private final @Nullable UnitRing units;
    private volatile @Nullable Supplier<RouteStatistics> nodes;

    DataSourceLog(
            String name,
            Recorder recorder,
            StatementTable statements,
            FindingTable findings,
            @Nullable UnitRing units) {
        this.name = name;
        this.recorder = recorder;
        this.statements = statements;
        this.findings = findings;
        this.units = units;
    }

    /** The data source has replicas. */
    public void nodes(Supplier<RouteStatistics> statistics) {
        nodes = statistics;
    }

    /**
     * Enters what was found in a unit of work that has ended, or in a transaction.
     *
     * @param timeline number of the unit's timeline; 0 if it keeps none
     */
    public void found(Finding finding, long timeline) {
        enter(finding, timeline, true);
    }

    /** Enters what was found in a unit of work that runs on, and is likely to be found in it again. */
    public void foundSoFar(Finding finding, long timeline) {
        enter(finding, timeline, false);
    }

    private void enter(Finding finding, long timeline, boolean finished) {
        findings.enter(name, finding, timeline, finished);
        if (units != null && timeline != 0) {
            units.found(timeline, finding.id());
        }
    }

    /** The data source was closed: its nodes are not asked any more. What it has entered stays. */
    public void close() {
        nodes = null;
    }

    @Override
    public void executed(
            SqlFacts facts,
            String schema,
            @Nullable CallSite callSite,
            long executions,
            long failures,
            long nanos,
            long longestNanos,
            long rows,
            long batches,
            long batchedRows) {
        StatementEntry entry = statements.entry(name, facts, schema, callSite);
        entry.counter.add(executions, failures, nanos, longestNanos, rows, batches, batchedRows);
        statements.added(entry);
    }

    @Override
    public void dropped(long nanos) {
        statements.countOther(nanos);
    }

    @Override
    public boolean wantsTimelines() {
        return units != null;
    }

    @Override
    public void ended(ObservedTimeline unit) {
        if (units != null) {
            units.add(name, unit);
        }
    }

    void tellOfOpenUnits() {
        recorder.tellOfOpenUnits();
    }

    List<LoggedTransaction> transactions() {
        return recorder.openTransactions().stream().map(this::logged).toList();
    }

    private LoggedTransaction logged(ObservedTransaction seen) {
        String last = seen.lastShape();
        return new LoggedTransaction(
                name,
                seen.identity(),
                seen.state(),
                seen.unit(),
                seen.ageNanos(),
                seen.idleNanos(),
                seen.statements(),
                last == null ? "" : Shown.cut(last),
                seen.writtenTables(),
                seen.thread(),
                seen.owner().get().stream()
                        .flatMap(site -> site.frames().stream())
                        .map(CallSite::display)
                        .toList());
    }

    Optional<LoggedNodes> nodes() {
        return Optional.ofNullable(nodes).map(statistics -> new LoggedNodes(name, statistics.get()));
    }
}
