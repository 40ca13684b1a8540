package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedTransaction.State;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds connections that are closed, or given back to the pool, before their transaction is committed or rolled back. */
final class TransactionLeftOpen implements Watch {
    static final String KIND = "transaction-left-open";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedTransaction transaction, Thresholds thresholds, Consumer<Finding> findings) {
        if (transaction.state() == State.LEFT_OPEN
                && thresholds.reached(Threshold.TRANSACTION_LEFT_OPEN_STATEMENTS, transaction.statements())) {
            findings.accept(finding(transaction));
        }
    }

    private static Finding finding(ObservedTransaction transaction) {
        Optional<CallSite> owner = transaction.owner().get();
        boolean wrote = !transaction.writtenTables().isEmpty();
        FindingDraft draft = FindingDraft.of(KIND, transaction, owner)
                .severity(wrote ? Severity.WARNING : Severity.INFO)
                .evidence("closed", "without commit or rollback");
        OpenTransaction.addEvidence(draft, transaction, owner);
        return draft.advice(wrote ? lost(transaction) : implicit()).build();
    }

    private static String lost(ObservedTransaction transaction) {
        return "What was written to " + Wording.quoted(transaction.writtenTables())
                + " is lost: pools and most drivers roll"
                + " back on close. Commit before the connection is closed, and roll back where the work fails.";
    }

    private static String implicit() {
        return "With autocommit off, reading begins a transaction too, and the pool has to roll it back. Commit after"
                + " reading, or leave autocommit on for single reads.";
    }
}
