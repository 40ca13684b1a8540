package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.function.Consumer;

/** Finds pages that the database has to read and throw away many rows for. */
final class DeepOffset implements Detector {
    static final String KIND = "deep-offset";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        for (ObservedStatement statement : Statements.reads(unit)) {
            Grade.of(
                            statement.limits().maxOffset(),
                            thresholds,
                            Threshold.DEEP_OFFSET_ROWS,
                            Threshold.DEEP_OFFSET_ERROR_ROWS)
                    .map(severity -> finding(unit, statement, Grade.in(unit, severity)))
                    .ifPresent(findings);
        }
    }

    private static Finding finding(ObservedUnit unit, ObservedStatement statement, Severity severity) {
        return FindingDraft.of(KIND, unit, statement)
                .severity(severity)
                .timeLostNanos(statement.elapsedNanos())
                .evidence("offset", Amount.count(statement.limits().maxOffset()) + " rows read and thrown away")
                .evidence("time", Wording.time(statement))
                .advice(advice(statement))
                .build();
    }

    private static String advice(ObservedStatement statement) {
        String table = Wording.table(statement.facts()).orElse("…");
        String order =
                statement.facts().ordered() ? "the columns it is ordered by, made unique by the key" : "a unique key";
        return "Each page of " + Wording.tableQuoted(statement.facts())
                + " costs as much as all pages before it. Page by "
                + order + ": `select … from " + table
                + " where (sorted, id) > (?, ?) order by sorted, id limit ?` with the"
                + " values of the last row shown, and an index on those columns.";
    }
}
