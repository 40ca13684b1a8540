package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.sql.Slot;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds IN lists that are too long. */
final class OversizedInList implements Detector {
    static final String KIND = "oversized-in-list";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        for (ObservedStatement statement : unit.statements()) {
            if (statement.facts().isWork()) {
                severity(statement, thresholds)
                        .map(severity -> finding(unit, statement, Grade.in(unit, severity), thresholds))
                        .ifPresent(findings);
            }
        }
    }

    private static Optional<Severity> severity(ObservedStatement statement, Thresholds thresholds) {
        return Grade.of(
                        statement.values().maxElements(),
                        thresholds,
                        Threshold.OVERSIZED_IN_LIST_ELEMENTS,
                        Threshold.OVERSIZED_IN_LIST_ERROR_ELEMENTS)
                .filter(severity -> severity == Severity.ERROR || !isChunked(statement));
    }

    /** Someone cuts the list into chunks of one length: it will not grow. */
    private static boolean isChunked(ObservedStatement statement) {
        return statement.executions() >= 2 && statement.values().longestRepeats() >= 2;
    }

    private static Finding finding(
            ObservedUnit unit, ObservedStatement statement, Severity severity, Thresholds thresholds) {
        int elements = statement.values().maxElements();
        FindingDraft draft = FindingDraft.of(KIND, unit, statement)
                .severity(severity)
                .evidence("elements", Amount.count(elements) + " different ones in the longest list");
        if (thresholds.reached(Threshold.OVERSIZED_IN_LIST_DRIVER_LIMIT, elements)) {
            draft.evidence(
                    "limit", "PostgreSQL accepts at most 65,535 parameters in a statement, older drivers 32,767");
        }
        return draft.evidence("time", Wording.time(statement))
                .advice(advice(unit, statement))
                .build();
    }

    private static String advice(ObservedUnit unit, ObservedStatement statement) {
        String column = Optional.ofNullable(statement.facts().largestIn())
                .map(Slot::column)
                .orElse("id");
        String array = unit.dialectName().equals("POSTGRESQL")
                ? "pass one array: `" + column + " = any(?)`"
                : "put the values into a temporary table and join it";
        return "The IN list on " + column(statement, column) + " grows with the data, and every length is another"
                + " statement to parse and plan. If the values were read from the database, join that table instead;"
                + " otherwise " + array + ", or cut the list into chunks of one length.";
    }

    private static String column(ObservedStatement statement, String column) {
        return Wording.table(statement.facts())
                .map(table -> Wording.quoted(table + "." + column))
                .orElse(Wording.quoted(column));
    }
}
