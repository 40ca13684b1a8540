package dev.plimsoll.detect;

import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedTransaction;
import java.util.Optional;

/** What is known of a transaction that is open, as evidence. */
final class OpenTransaction {
    private OpenTransaction() {}

    static void addEvidence(FindingDraft draft, ObservedTransaction transaction, Optional<CallSite> owner) {
        draft.evidence(
                "transaction",
                Amount.count(transaction.statements(), "statement") + " in " + Amount.time(transaction.ageNanos()));
        String last = transaction.lastShape();
        if (last != null) {
            draft.evidence("last statement", last);
        }
        draft.evidence(
                "written",
                transaction.writtenTables().isEmpty() ? "nothing so far" : Wording.quoted(transaction.writtenTables()));
        owner.ifPresent(site -> draft.evidence("stack", Wording.stack(site)));
        draft.evidence("thread", transaction.thread());
    }
}
