package dev.plimsoll.detect;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.sql.LimitOrder;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.function.Consumer;

/** Finds results that are cut off without saying which rows come first. */
final class LimitWithoutOrder implements Detector {
    static final String KIND = "limit-without-order";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        for (ObservedStatement statement : Statements.reads(unit)) {
            if (statement.facts().limitOrder() != LimitOrder.SAFE && !isHarmless(statement, thresholds)) {
                findings.accept(finding(unit, statement));
            }
        }
    }

    /** Whether the limit is that of an existence or uniqueness check, or has not cut anything off. */
    private static boolean isHarmless(ObservedStatement statement, Thresholds thresholds) {
        long limit = statement.limits().maxLimit();
        return limit >= 0
                && (!thresholds.reached(Threshold.LIMIT_WITHOUT_ORDER_ROWS, limit) || statement.maxRows() < limit);
    }

    private static Finding finding(ObservedUnit unit, ObservedStatement statement) {
        boolean inner = statement.facts().limitOrder() == LimitOrder.INNER_ORDER_ONLY;
        boolean cut = statement.limits().maxLimit() >= 0;
        FindingDraft draft = FindingDraft.of(KIND, unit, statement)
                .severity(inner ? Severity.INFO : Grade.in(unit, Severity.WARNING))
                .confidence(cut ? Confidence.CONFIRMED : Confidence.CANDIDATE);
        if (cut) {
            draft.evidence("limit", Amount.count(statement.limits().maxLimit(), "row") + ", all of them returned");
        }
        return draft.evidence("order", inner ? "only inside a subquery" : "none, or a constant")
                .advice(advice(statement, inner))
                .build();
    }

    private static String advice(ObservedStatement statement, boolean inner) {
        String table = Wording.tableQuoted(statement.facts());
        return inner
                ? "The rows of " + table + " are ordered in a subquery, but SQL does not carry that order outwards."
                        + " Repeat the ORDER BY next to the limit."
                : "Which rows of " + table + " are returned is left to chance: it changes with plans and with every"
                        + " vacuum. Add an ORDER BY that ends in a unique column, such as the primary key.";
    }
}
