package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.function.Consumer;

/** Finds large results of queries that do not say how many rows they want. */
final class UnboundedResult implements Detector {
    static final String KIND = "unbounded-result";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        for (ObservedStatement statement : Statements.reads(unit)) {
            if (!isLimited(statement) && !FetchSizeIgnored.in(unit, statement, thresholds)) {
                Grade.of(
                                statement.maxRows(),
                                thresholds,
                                Threshold.UNBOUNDED_RESULT_ROWS,
                                Threshold.UNBOUNDED_RESULT_ERROR_ROWS)
                        .filter(severity -> severity == Severity.ERROR || !isStreamed(statement))
                        .map(severity -> finding(unit, statement, severity))
                        .ifPresent(findings);
            }
        }
    }

    /** By the text, or by the application's word to the driver. */
    private static boolean isLimited(ObservedStatement statement) {
        return statement.facts().limit() != null || statement.limits().maxLimit() >= 0;
    }

    private static Finding finding(ObservedUnit unit, ObservedStatement statement, Severity severity) {
        boolean streamed = isStreamed(statement);
        FindingDraft draft = FindingDraft.of(KIND, unit, statement)
                .severity(streamed ? Severity.INFO : Grade.in(unit, severity))
                .timeLostNanos(statement.elapsedNanos())
                .evidence("rows", Amount.count(statement.maxRows()) + " in the largest result");
        if (streamed) {
            draft.evidence("streamed", "yes, with a fetch size");
        }
        return draft.evidence("time", Wording.time(statement))
                .advice(streamed ? streamedAdvice(statement) : advice(statement))
                .build();
    }

    /** MySQL's driver streams row by row if the fetch size is the least int. */
    private static boolean isStreamed(ObservedStatement statement) {
        return statement.limits().streamed() || statement.limits().fetchSize() == Integer.MIN_VALUE;
    }

    private static String streamedAdvice(ObservedStatement statement) {
        return "The whole of " + Wording.tableQuoted(statement.facts())
                + " that fits the condition was read, but streamed, so memory is safe. Nothing to do if all rows are"
                + " needed.";
    }

    private static String advice(ObservedStatement statement) {
        String table = Wording.table(statement.facts()).orElse("…");
        String advice = "The result of " + Wording.tableQuoted(statement.facts())
                + " has no limit and is held in memory as"
                + " a whole. Read it in pages by key: `select … from " + table + " where id > ? order by id limit 500`,"
                + " or stream it: setFetchSize(500) with autocommit off.";
        return statement.facts().tables().size() < 2
                ? advice
                : advice + " If only a page of it is used, the object mapper has cut the page in memory (Hibernate:"
                        + " HHH90003004, firstResult/maxResults with a collection join fetch): page over the ids first.";
    }
}
