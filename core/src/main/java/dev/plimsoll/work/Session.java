package dev.plimsoll.work;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one connection: autocommit, transaction, schema; and the way in for everything executed on it. As confined to a
 * thread as the connection is, but for {@link #closed()} and the sweeper's look. No method throws.
 *
 * <p>Around an execution: {@link #started}, the driver's call, then {@link #executed}, {@link #executedBatch} or {@link #failed}.
 */
public final class Session {
    /** Rows of one result from which on it is asked how it is being fetched. */
    public static final int LARGE_RESULT = 1_000;

    private final Recorder recorder;
    private final OpenResults connection;
    /** Made for the first transaction: most connections of an application that reads never have one. */
    private @Nullable Transaction transaction;

    private boolean autoCommit = true;
    private boolean autoCommitKnown;
    private String schema = "";

    Session(Recorder recorder, OpenResults connection) {
        this.recorder = recorder;
        this.connection = connection;
    }

    /** Whether {@link #autoCommit} has been told. */
    public boolean knowsAutoCommit() {
        return autoCommitKnown;
    }

    /** The connection's autocommit is known to be {@code on}; turning it on commits an open transaction. */
    public void autoCommit(boolean on, long startedAt) {
        boolean commits = on && !autoCommit;
        autoCommit = on;
        autoCommitKnown = true;
        if (commits) {
            committed(startedAt);
        }
    }

    /** The application has set the session's schema or catalog. */
    public void schema(@Nullable String name) {
        schema = name == null ? "" : name;
    }

    /** The clock before a commit; 0 without looking at it if no transaction is open. */
    public long committing() {
        try {
            return openTransaction() == null ? 0 : recorder.now();
        } catch (Throwable failure) { // ours, so not the application's
            recorder.guard().failed("recording a commit", failure);
            return 0;
        }
    }

    /** The driver has committed. */
    public void committed(long startedAt) {
        Transaction open = openTransaction();
        if (open != null) {
            try {
                long now = recorder.now();
                open.committed(startedAt == 0 ? 0 : now - startedAt, now);
            } catch (Throwable failure) { // ours, so not the application's
                recorder.guard().failed("recording a commit", failure);
            }
        }
    }

    /** The driver has rolled the whole transaction back. */
    public void rolledBack() {
        Transaction open = openTransaction();
        if (open != null) {
            try {
                open.rolledBack(recorder.now());
            } catch (Throwable failure) { // ours, so not the application's
                recorder.guard().failed("recording a rollback", failure);
            }
        }
    }

    /** The connection was closed or aborted, by any thread. A transaction that is still open was left so. */
    public void closed() {
        Transaction open = openTransaction();
        if (open != null) {
            try {
                recorder.show(open.leftOpen(recorder.now()), open.witnesses());
            } catch (Throwable failure) { // ours, so not the application's
                recorder.guard().failed("recording a close", failure);
            }
            rolledBack();
        }
        if (transaction != null) {
            recorder.unwatch(this);
        }
    }

    /** A statement is about to be executed; returns the clock. */
    public long started(SqlFacts facts) {
        try {
            long now = recorder.now();
            Transaction open = openTransaction();
            if (open == null && !autoCommit && Transaction.isBegunBy(facts)) {
                open = begin(facts, now, false);
            }
            if (open != null) {
                open.executing(facts);
            }
            return now;
        } catch (Throwable failure) { // ours, so not the application's
            recorder.guard().failed("recording a statement", failure);
            return 0;
        }
    }

    private Transaction begin(SqlFacts facts, long now, boolean inSql) {
        Transaction begun = transaction;
        if (begun == null) {
            begun = new Transaction(recorder, connection);
            transaction = begun;
            recorder.watch(this);
        }
        begun.begin(facts, now, UnitOfWork.current(), inSql);
        return begun;
    }

    @Nullable
    Transaction openTransaction() {
        Transaction current = transaction;
        return current != null && current.open() ? current : null;
    }

    private long transactionNow() {
        Transaction open = openTransaction();
        return open == null ? 0 : open.identity();
    }

    /**
     * A statement was executed.
     *
     * @param binds hashes of its parameters, or null if it has none
     * @param previous what the last execution of the same statement object returned
     * @return where its result's rows are counted; null if nothing of it is recorded
     */
    public @Nullable Tally executed(SqlFacts facts, @Nullable Binds binds, long startedAt, @Nullable Tally previous) {
        try {
            long endedAt = recorder.now();
            Place place = ended(facts, endedAt);
            Ledger ledger = facts.isWork() ? ledger(startedAt) : null;
            Tally tally = null;
            if (ledger != null) {
                synchronized (ledger) {
                    tally = tally(ledger, facts, startedAt, endedAt, previous, place);
                    if (tally != null) {
                        tally.executed(facts, binds, endedAt - startedAt);
                    }
                }
                recorder.lookIfDue(ledger);
            }
            follow(facts, startedAt);
            return tally;
        } catch (Throwable failure) { // ours, so not the application's
            recorder.guard().failed("recording a statement", failure);
            return null;
        }
    }

    /** A batch of {@code rows} rows was executed. */
    public @Nullable Tally executedBatch(SqlFacts facts, int rows, long startedAt, @Nullable Tally previous) {
        try {
            long endedAt = recorder.now();
            Place place = ended(facts, endedAt);
            Ledger ledger = ledger(startedAt);
            if (ledger == null) {
                return null;
            }
            Tally tally;
            synchronized (ledger) {
                tally = tally(ledger, facts, startedAt, endedAt, previous, place);
                if (tally != null) {
                    tally.executedBatch(rows, endedAt - startedAt);
                }
            }
            recorder.lookIfDue(ledger);
            return tally;
        } catch (Throwable failure) { // ours, so not the application's
            recorder.guard().failed("recording a batch", failure);
            return null;
        }
    }

    /** The driver has refused a statement. */
    public void failed(SqlFacts facts, long startedAt) {
        try {
            long endedAt = recorder.now();
            ended(facts, endedAt);
            Ledger ledger = facts.isWork() ? ledger(startedAt) : null;
            if (ledger != null) {
                synchronized (ledger) {
                    Tally tally = ledger.tally(facts, schema, startedAt, endedAt, null);
                    if (tally != null) {
                        tally.failed();
                        ledger.mark(Mark.Kind.FAILED, tally.shape.number, transactionNow(), startedAt, endedAt);
                    }
                }
            }
        } catch (Throwable failure) { // ours, so not the application's
            recorder.guard().failed("recording a failed statement", failure);
        }
    }

    /** An execution has ended, well or not: where it ran. */
    private Place ended(SqlFacts facts, long endedAt) {
        Routing routing = recorder.routing();
        Place place = routing == null ? Place.NOT_ROUTED : routing.placeOf(facts, connection);
        Transaction open = openTransaction();
        if (open != null) {
            open.executed(endedAt, place);
        }
        return place;
    }

    /** Whether a statement executed now is part of a transaction with others. */
    public boolean inTransaction() {
        return !autoCommit || openTransaction() != null;
    }

    /**
     * A result had at least {@value #LARGE_RESULT} rows, or more than its fetch size.
     *
     * @param fetchSize the fetch size it was asked for; 0 for the driver's own
     * @param plainCursor whether it is forward-only, closed at commit and was executed in a transaction, without which PostgreSQL's
     *     driver does not use a cursor
     * @param maxRows how many rows the driver returns at most; 0 or less for all
     */
    public void largeResult(Tally tally, int fetchSize, boolean plainCursor, int maxRows) {
        boolean cursorPossible = plainCursor && tally.shape.facts.statements() == 1;
        boolean postgresql = recorder.dialect() == Dialect.POSTGRESQL;
        tally.largeResult(fetchSize, fetchSize > 0 && (!postgresql || cursorPossible), maxRows);
    }

    private @Nullable Ledger ledger(long startedAt) {
        UnitOfWork unit = UnitOfWork.current();
        if (unit != null) {
            return unit.silent() ? null : unit.ledger(recorder);
        }
        Transaction open = openTransaction();
        if (open != null) {
            return open.ownLedger();
        }
        Ledger ledger = recorder.ledgerOfThread(startedAt);
        recorder.awaitQuiet(ledger);
        return ledger;
    }

    private @Nullable Tally tally(
            Ledger ledger, SqlFacts facts, long startedAt, long endedAt, @Nullable Tally previous, Place place) {
        Tally tally = ledger.tally(facts, schema, startedAt, endedAt, previous);
        if (tally == null) {
            return null;
        }
        Transaction open = openTransaction();
        if (open != null) {
            open.touch(tally, facts.writes());
        } else {
            tally.autocommitted();
        }
        Mark.Kind kind = open == null ? Mark.Kind.AUTOCOMMITTED : Mark.Kind.EXECUTED;
        ledger.mark(kind, tally.shape.number, transactionNow(), startedAt, endedAt);
        tally.placed(place, open == null, endedAt - startedAt);
        return tally;
    }

    /** Follows a statement that does in SQL what JDBC has methods for. */
    private void follow(SqlFacts facts, long startedAt) {
        switch (facts.verb()) {
            case BEGIN -> {
                if (openTransaction() == null) {
                    begin(facts, startedAt, true);
                }
            }
            case COMMIT -> committed(startedAt);
            case ROLLBACK -> rolledBack();
            case DDL -> {
                if (recorder.dialect().commitsAtDefinition() && !facts.shape().contains(" temporary ")) {
                    committed(startedAt);
                }
            }
            case SET, OTHER -> {
                if (facts.switchedSchema() != null) {
                    schema(facts.switchedSchema());
                }
            }
            default -> {}
        }
    }
}
