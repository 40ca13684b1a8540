package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedTransaction.State;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds transactions that stay open too long by the clock on the wall, busy or not. */
final class LongTransaction implements Watch {
    static final String KIND = "long-transaction";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedTransaction transaction, Thresholds thresholds, Consumer<Finding> findings) {
        boolean otherCause = transaction.state() == State.LEFT_OPEN
                || thresholds.reachedByNanos(Threshold.IDLE_IN_TRANSACTION_IDLE, transaction.longestIdleNanos());
        if (!otherCause && thresholds.reachedByNanos(Threshold.LONG_TRANSACTION_AGE, transaction.ageNanos())) {
            findings.accept(finding(transaction, thresholds));
        }
    }

    private static Finding finding(ObservedTransaction transaction, Thresholds thresholds) {
        Optional<CallSite> owner = transaction.owner().get();
        FindingDraft draft = FindingDraft.of(KIND, transaction, owner)
                .severity(severity(transaction, thresholds))
                .evidence("age", Amount.time(transaction.ageNanos()) + " since its first statement")
                .evidence("longest pause", Amount.time(transaction.longestIdleNanos()));
        OpenTransaction.addEvidence(draft, transaction, owner);
        return draft.advice(advice(transaction)).build();
    }

    private static Severity severity(ObservedTransaction transaction, Thresholds thresholds) {
        boolean pauses = thresholds.reachedByNanos(Threshold.LONG_TRANSACTION_PAUSE, transaction.longestIdleNanos());
        if (transaction.writtenTables().isEmpty() && !pauses) {
            return Severity.INFO; // reads without interruption, as an export does
        }
        boolean error = thresholds.reachedByNanos(Threshold.LONG_TRANSACTION_ERROR_AGE, transaction.ageNanos());
        return error ? Severity.ERROR : Severity.WARNING;
    }

    private static String advice(ObservedTransaction transaction) {
        String cost = transaction.writtenTables().isEmpty()
                ? "While it is open, vacuum cannot remove rows that died since"
                : "Until it ends, its locks on rows of " + Wording.quoted(transaction.writtenTables())
                        + " make others wait";
        return cost
                + ", and its connection is taken. Cut it into smaller transactions, do what needs no database before"
                + " or after, and let large jobs commit in chunks.";
    }
}
