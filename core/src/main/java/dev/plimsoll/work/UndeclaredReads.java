package dev.plimsoll.work;

import dev.plimsoll.work.ObservedStatement.Undeclared;

/**
 * Executions of one statement on the primary that nobody had declared to only read. Those in a transaction wait for its end, since it
 * may write yet. Guarded by the lock of the ledger.
 */
final class UndeclaredReads {
    private long transactions;
    private long autocommitted;
    private long nanos;
    private long longest;

    private long transaction;
    private long waitingNanos;
    private long waitingLongest;

    void autocommitted(long elapsed) {
        autocommitted++;
        add(elapsed, elapsed);
    }

    void inTransaction(long identity, long elapsed) {
        if (transaction != identity) {
            transaction = identity;
            waitingNanos = 0;
            waitingLongest = 0;
        }
        waitingNanos += elapsed;
        waitingLongest = Math.max(waitingLongest, elapsed);
    }

    /** The transaction has ended and has only read; whether it counts. */
    boolean ended(long identity) {
        if (transaction != identity) {
            return false;
        }
        transactions++;
        add(waitingNanos, waitingLongest);
        return true;
    }

    private void add(long elapsed, long most) {
        nanos += elapsed;
        longest = Math.max(longest, most);
    }

    Undeclared observed() {
        return new Undeclared(transactions, autocommitted, nanos, longest);
    }
}
