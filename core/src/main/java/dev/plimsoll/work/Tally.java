package dev.plimsoll.work;

import dev.plimsoll.sql.LimitOrder;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.SqlFacts.RowCount;
import dev.plimsoll.work.ObservedStatement.Limits;
import dev.plimsoll.work.ObservedStatement.Transactions;
import dev.plimsoll.work.ObservedStatement.Undeclared;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The executions of one statement at one call site in one unit of work, as they add up. Result sets keep it to say how many rows
 * were read and to leave samples of them. Guarded by the lock of its ledger.
 */
public final class Tally {
    /** Value vectors kept to count different ones. */
    public static final int MAX_VECTORS = ValueTally.MAX_VECTORS;

    /** What a result set gets instead of a row sample when its rows are not looked at. */
    public static final int NOT_SAMPLED = ReadSamples.NOT_SAMPLED;

    /** An execution that skips this many rows is looked up on the stack even if it is the only one. */
    private static final long DEEP_OFFSET = 100;

    final ShapeTally shape;
    /** Null as long as nobody had to know it. */
    private CallSites.@Nullable Located place;

    private final ValueTally values = new ValueTally();
    long executions;
    int failures;
    long elapsed;
    private long minElapsed = Long.MAX_VALUE;
    long rows;
    private long maxRows;
    long batches;
    long batchedRows;

    private long maxLimit = -1;
    private long cap = -1;
    private boolean largeWithoutCap;
    private long maxOffset = -1;
    private int fetchSize = -1;
    private boolean streamed;

    private long transaction;
    private long inTransaction;
    private long autocommitted;
    private long committed;
    private long commitNanos;
    private long rolledBack;
    private long mostInRollback;
    /** Made for the first, so that it costs nothing without replicas. */
    private @Nullable UndeclaredReads undeclared;
    /** Made where somebody keeps books, once this has more to it than two executions in a short unit. */
    private @Nullable Told told;

    Tally(ShapeTally shape) {
        this.shape = shape;
    }

    void at(CallSites.@Nullable Located found) {
        place = found;
    }

    boolean isLocated() {
        return place != null;
    }

    boolean isAt(CallSites.Frame frame) {
        return place != null && place.frame().equals(frame);
    }

    /** Whether rows of further results are looked at too; a guess, made without the lock. */
    public boolean wantsRows() {
        return shape.wantsRows();
    }

    /** A row of the result was read: where its values may be left, or {@link #NOT_SAMPLED}. */
    public int claimRow() {
        synchronized (shape.ledger) {
            return shape.claimRow();
        }
    }

    /** A whole number was read from a column, counted from 1. */
    public void read(int sample, int column, long value) {
        shape.ledger.reads.put(sample, column, ValueHash.of(value));
    }

    /** A value was read from a column, counted from 1. */
    public void read(int sample, int column, @Nullable Object value) {
        if (value != null) {
            shape.ledger.reads.put(sample, column, ValueHash.of(value));
        }
    }

    /** Labels of the result's columns, or null if nobody has told them yet. */
    public String @Nullable [] labels() {
        return shape.labels();
    }

    /** Tells the labels of the result's columns, in order. */
    public void labels(String[] labels) {
        shape.labels(labels.clone());
    }

    /** A result was closed, or read to its end, after {@code count} rows. */
    public void rowsRead(long count) {
        synchronized (shape.ledger) {
            rows += count;
            maxRows = Math.max(maxRows, count);
            if (count >= attention().rows()) {
                shape.locate(this);
            }
            shape.ledger.rowsRead(this, count);
        }
    }

    /** A result has turned out large: how it is fetched. */
    void largeResult(int size, boolean throughCursor, int statementsCap) {
        synchronized (shape.ledger) {
            fetchSize = size;
            streamed = throughCursor;
            shape.locate(this);
            cap = Math.max(cap, statementsCap);
            largeWithoutCap |= statementsCap <= 0;
        }
    }

    void executed(SqlFacts facts, @Nullable Binds binds, long nanos) {
        addTime(nanos);
        if (facts.verb().changesRows()) {
            addRows(facts.rows());
        }
        values.add(facts, binds);
        addLimits(facts, binds);
        if (isNotable(facts)) {
            shape.locate(this);
        }
        Attention limits = attention();
        if (nanos >= limits.slowNanos()) {
            shape.slow(this, nanos, limits);
        }
        if (maxOffset > 0 || !shape.schema.isEmpty()) {
            shape.ledger.remark();
        }
    }

    /** Whether a single execution may be worth a finding, which then has to say where. */
    private boolean isNotable(SqlFacts facts) {
        return values.maxElements() >= ValueTally.LONG_IN_LIST
                || maxOffset >= DEEP_OFFSET
                || facts.limitOrder() != LimitOrder.SAFE;
    }

    private Attention attention() {
        return shape.ledger.recorder.attention();
    }

    void executedBatch(int batchRows, long nanos) {
        addTime(nanos);
        addRows(batchRows);
        shape.ledger.rowsWritten(this, batchRows);
    }

    private void addRows(int batchRows) {
        if (batchRows >= 2) {
            batches++;
            batchedRows += batchRows;
        }
    }

    void failed() {
        failures++;
    }

    private void addTime(long nanos) {
        if (told != null) {
            told.lasted(nanos);
        } else if (executions == 2 && shape.ledger.recorder.books() != null) {
            told = new Told(Math.max(longestOfTwo(), nanos));
        }
        executions++;
        elapsed += nanos;
        minElapsed = Math.min(minElapsed, nanos);
    }

    /** The longest execution, if there were at most two. */
    private long longestOfTwo() {
        return executions == 2 ? elapsed - minElapsed : elapsed;
    }

    /** Tells a bookkeeper what was not told before; {@code runsOn} if more may follow. */
    void tell(Bookkeeper keeper, boolean runsOn) {
        if (told == null && runsOn) {
            told = new Told(longestOfTwo());
        }
        if (told == null) {
            Told.tellAll(keeper, this, longestOfTwo());
        } else {
            told.tell(keeper, this);
        }
    }

    private void addLimits(SqlFacts facts, @Nullable Binds binds) {
        RowCount limit = facts.limit();
        if (limit != null) {
            maxLimit =
                    Math.max(maxLimit, limit.parameter() == 0 ? limit.literal() : binds == null ? -1 : binds.limit());
        }
        RowCount offset = facts.offset();
        if (offset != null) {
            maxOffset = Math.max(
                    maxOffset, offset.parameter() == 0 ? offset.literal() : binds == null ? -1 : binds.offset());
        }
    }

    void autocommitted() {
        autocommitted++;
    }

    /** Counts the execution to a transaction; whether it is the first of it. */
    boolean inTransaction(long identity) {
        boolean first = transaction != identity;
        transaction = identity;
        inTransaction = first ? 1 : inTransaction + 1;
        return first;
    }

    void committed(long nanos) {
        synchronized (shape.ledger) {
            committed++;
            commitNanos += nanos;
        }
    }

    void rolledBack(long identity) {
        synchronized (shape.ledger) {
            if (transaction == identity) {
                rolledBack += inTransaction;
                mostInRollback = Math.max(mostInRollback, inTransaction);
            }
        }
    }

    /** An execution was at {@code place}, in a transaction or in autocommit. */
    void placed(Place place, boolean alone, long nanos) {
        if (place == Place.PRIMARY_BY_NEED) {
            shape.ledger.bindToPrimary();
        } else if (place == Place.PRIMARY_UNDECLARED && !shape.ledger.isBoundToPrimary()) {
            UndeclaredReads reads = undeclared == null ? new UndeclaredReads() : undeclared;
            undeclared = reads;
            if (alone) {
                reads.autocommitted(nanos);
                shape.ledger.readUndeclared();
            } else {
                reads.inTransaction(transaction, nanos);
            }
        }
    }

    /** A transaction that only read, undeclared, has ended; whether this counts to it. */
    boolean readUndeclared(long identity) {
        synchronized (shape.ledger) {
            return undeclared != null && undeclared.ended(identity);
        }
    }

    Optional<CallSite> site() {
        return Optional.ofNullable(siteOrNull());
    }

    @Nullable
    CallSite siteOrNull() {
        return place == null ? null : place.site();
    }

    ObservedStatement observed() {
        return new ObservedStatement(
                shape.facts,
                shape.schema,
                site(),
                shape.number,
                executions,
                failures,
                elapsed,
                executions == 0 ? 0 : minElapsed,
                rows,
                maxRows,
                batches,
                batchedRows,
                values.observed(),
                new Limits(effectiveLimit(), maxOffset, fetchSize, streamed),
                new Transactions(autocommitted, committed, commitNanos, rolledBack, mostInRollback),
                undeclared == null ? Undeclared.NONE : undeclared.observed());
    }

    private long effectiveLimit() {
        return maxLimit >= 0 || largeWithoutCap ? maxLimit : cap;
    }
}
