package dev.plimsoll.detect;

import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.ReadColumn;
import java.util.Optional;

/** What speaks for rows having been fetched one by one. */
final class FetchEvidence {
    private FetchEvidence() {}

    static void add(
            FindingDraft draft,
            ObservedUnit unit,
            ObservedStatement child,
            Optional<Correlation> correlation,
            Optional<ObservedStatement> neighbour) {
        correlation.ifPresent(found -> addProof(draft, found));
        neighbour.ifPresent(statement -> draft.evidence(
                "parent",
                Wording.located(statement.facts(), statement.callSite()) + " returned "
                        + Amount.count(statement.maxRows(), "row") + " to the same method"));
        draft.evidence(
                "executions",
                Amount.count(child.executions()) + ", with "
                        + Amount.count(child.values().distinct(), "different value"));
        draft.evidence("time", Wording.time(child));
        Loop.around(child, unit)
                .forEach(other -> draft.evidence(
                        "same loop", other.facts().shape() + ", " + Amount.count(other.executions(), "execution")));
        if (child.facts().parameterCount() == 0) {
            draft.evidence("literals", "values are written into the text instead of bound as parameters");
        }
        if (unit.transactions() > 0 && child.transactions().autocommitted() >= child.executions()) {
            draft.evidence(
                    "transaction", "ran outside any transaction (lazy load after the transaction ended: open-in-view)");
        }
    }

    private static void addProof(FindingDraft draft, Correlation found) {
        ReadColumn parent = found.parent();
        draft.evidence(
                found.recursive() ? "recursion" : "parent", Wording.located(parent.statement(), parent.callSite()));
        draft.evidence(
                "column",
                Wording.quoted(parent.label()) + " of those rows holds " + found.matched() + " of " + found.sampled()
                        + " values looked at");
    }
}
