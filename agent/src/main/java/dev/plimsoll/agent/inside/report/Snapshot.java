package dev.plimsoll.agent.inside.report;

import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.LoggedFinding;
import dev.plimsoll.logbook.LoggedNodes;
import dev.plimsoll.logbook.LoggedTransaction;
import dev.plimsoll.logbook.TopStatements;
import java.util.List;

/** What a report shows of a logbook. */
record Snapshot(
        List<LoggedFinding> findings,
        TopStatements byTime,
        TopStatements byExecutions,
        List<LoggedTransaction> transactions,
        List<LoggedNodes> nodes) {
    private static final int STATEMENTS = 10;

    static Snapshot of(Logbook logbook) {
        return new Snapshot(
                logbook.findings(),
                logbook.statements(Logbook.Order.TIME, STATEMENTS),
                logbook.statements(Logbook.Order.EXECUTIONS, STATEMENTS),
                logbook.transactions(),
                logbook.nodes());
    }
}
