package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.Verb;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** Finds rows that are written with one statement each, where a batch would do. */
final class RowByRowWrite implements Detector {
    static final String KIND = "row-by-row-write";

    /** If so many executions were committed each on its own, the commits are the misuse. */
    private static final double MOST = 0.8;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        for (ObservedStatement statement : Statements.writes(unit)) {
            long executions = Statements.attempted(statement) - statement.batches();
            if (isOnePerTransaction(statement) || worksOnSets(statement)) {
                continue;
            }
            Grade.of(
                            executions,
                            thresholds,
                            Threshold.ROW_BY_ROW_WRITE_EXECUTIONS,
                            Threshold.ROW_BY_ROW_WRITE_ERROR_EXECUTIONS)
                    .map(severity -> draft(unit, statement)
                            .severity(Grade.in(unit, severity))
                            .build())
                    .ifPresent(findings);
        }
    }

    private static boolean isOnePerTransaction(ObservedStatement statement) {
        return statement.transactions().autocommitted() == 0
                && statement.transactions().committed() >= MOST * statement.executions();
    }

    private static boolean worksOnSets(ObservedStatement statement) {
        return copiesRows(statement.facts()) || Statements.repeatsOneChange(statement);
    }

    /** INSERT … SELECT. */
    private static boolean copiesRows(SqlFacts facts) {
        String shape = facts.shape().toLowerCase(Locale.ROOT);
        return facts.verb() == Verb.INSERT && shape.matches("(?s).*\\bselect\\b.*") && !shape.contains("values");
    }

    private static FindingDraft draft(ObservedUnit unit, ObservedStatement statement) {
        FindingDraft draft = FindingDraft.of(KIND, unit, statement)
                .count(statement.single())
                .timeLostNanos((statement.single() - 1) * statement.minElapsedNanos())
                .evidence("executions", Amount.count(statement.single()) + " without a batch")
                .evidence("time", Wording.time(statement));
        if (statement.batches() > 0) {
            draft.evidence("batches", Amount.count(statement.batches()) + " more executions were batches");
        }
        return draft.advice(advice(statement));
    }

    private static String advice(ObservedStatement statement) {
        String table = Wording.tableQuoted(statement.facts());
        String batch = "The rows of " + table + " were written one statement at a time, "
                + Amount.count(statement.single()) + " times. Collect them with addBatch() and send them with"
                + " executeBatch() (Spring: JdbcTemplate.batchUpdate; Hibernate: hibernate.jdbc.batch_size";
        return switch (statement.facts().verb()) {
            case INSERT ->
                batch + " and hibernate.order_inserts=true, with sequence keys, since IDENTITY keys switch"
                        + " batching off). With PostgreSQL's driver add reWriteBatchedInserts=true.";
            case UPDATE ->
                batch + " and hibernate.order_updates=true), or change them all in one statement by a"
                        + " condition that covers them.";
            case DELETE ->
                batch + "), or delete them in one statement: `delete from "
                        + Wording.table(statement.facts()).orElse("…") + " where … in (…)`.";
            default -> batch + ").";
        };
    }
}
