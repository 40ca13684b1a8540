package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedTransaction.State;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds transactions that hold their locks and connection while the application does something else. */
final class IdleInTransaction implements Watch {
    static final String KIND = "idle-in-transaction";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedTransaction transaction, Thresholds thresholds, Consumer<Finding> findings) {
        if (transaction.state() == State.IDLE
                && thresholds.reachedByNanos(Threshold.IDLE_IN_TRANSACTION_IDLE, transaction.idleNanos())) {
            findings.accept(finding(transaction, thresholds));
        }
    }

    private static Finding finding(ObservedTransaction transaction, Thresholds thresholds) {
        boolean error = thresholds.reachedByNanos(Threshold.IDLE_IN_TRANSACTION_ERROR_IDLE, transaction.idleNanos());
        Optional<CallSite> owner = transaction.owner().get();
        FindingDraft draft = FindingDraft.of(KIND, transaction, owner)
                .severity(error ? Severity.ERROR : Severity.WARNING)
                .timeLostNanos(transaction.idleNanos())
                .evidence("idle", Amount.time(transaction.idleNanos()) + " since the last statement");
        OpenTransaction.addEvidence(draft, transaction, owner);
        return draft.advice(advice(transaction, owner)).build();
    }

    private static String advice(ObservedTransaction transaction, Optional<CallSite> owner) {
        String call = owner.map(
                        site -> Wording.quoted(CallSite.display(site.frames().get(0))))
                .orElse("What the application does between two statements");
        String locks = transaction.writtenTables().isEmpty()
                ? ""
                : ", and its locks on rows of " + Wording.quoted(transaction.writtenTables());
        return call + " keeps the transaction open: its connection is taken" + locks + ". Move the slow call before the"
                + " transaction or after its commit; remote calls, files and queues do not belong inside.";
    }
}
