package dev.plimsoll.work;

import dev.plimsoll.sql.LimitOrder;
import dev.plimsoll.sql.Slot;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.SqlFacts.RowCount;
import dev.plimsoll.work.ObservedStatement.Limits;
import dev.plimsoll.work.ObservedStatement.Transactions;
import dev.plimsoll.work.ObservedStatement.Values;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The executions of one statement at one call site in one unit of work, as they add up. Result sets keep it to say how many rows
 * were read and to leave samples of them. Guarded by the lock of its ledger.
 */
public final class Tally {
    /** Value vectors kept to count different ones. */
    public static final int MAX_VECTORS = 1_024;

    /** What a result set gets instead of a row sample when its rows are not looked at. */
    public static final int NOT_SAMPLED = ReadSamples.NOT_SAMPLED;

    private static final int MAX_COMPARED_VALUES = 16;
    private static final int MAX_SAMPLED_VALUES = 8;
    private static final int FIRST_SAMPLED_EXECUTIONS = 4;
    private static final int MAX_SAMPLED_EXECUTIONS = 64;
    private static final long[][] NONE = {};
    /** Shorter IN lists are not worth counting their different elements. */
    private static final int LONG_IN_LIST = 15;
    /** An execution that skips this many rows is looked up on the stack even if it is the only one. */
    private static final long DEEP_OFFSET = 100;
    /** So is one that takes this long, compared with which a look at the stack is nothing. */
    private static final long SLOW_NANOS = 10_000_000;

    final ShapeTally shape;
    CallSites.@Nullable Frame frame;

    @Nullable
    CallSite callSite;

    private long executions;
    private long failures;
    private long elapsed;
    private long minElapsed = Long.MAX_VALUE;
    private long rows;
    private long maxRows;
    private long batches;
    private long batchedRows;

    private long firstVector;
    private @Nullable LongSet vectors;
    private long @Nullable [] firstValues;
    private int varying;
    private long[][] sampled = NONE;
    private int sampledExecutions;
    private long elements;
    private int maxElements;
    private int longestList;
    private long longestRepeats;

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

    Tally(ShapeTally shape) {
        this.shape = shape;
    }

    void at(CallSites.@Nullable Frame found) {
        frame = found;
        callSite = found == null ? null : found.site();
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
        addValues(facts, binds);
        addLimits(facts, binds);
        if (frame == null && isNotable(facts, nanos)) {
            shape.locate(this);
        }
    }

    /** Whether a single execution may be worth a finding, which then has to say where. */
    private boolean isNotable(SqlFacts facts, long nanos) {
        return nanos >= SLOW_NANOS
                || maxElements >= LONG_IN_LIST
                || maxOffset >= DEEP_OFFSET
                || facts.limitOrder() != LimitOrder.SAFE;
    }

    void executedBatch(int batchRows, long nanos) {
        addTime(nanos);
        addRows(batchRows);
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
        executions++;
        elapsed += nanos;
        minElapsed = Math.min(minElapsed, nanos);
    }

    private void addValues(SqlFacts facts, @Nullable Binds binds) {
        long vector = binds == null ? facts.literalsHash() : ValueHash.append(binds.vector(), facts.literalsHash());
        if (executions == 1) {
            firstVector = vector;
        } else {
            if (vectors == null) {
                vectors = new LongSet(MAX_VECTORS);
                vectors.add(firstVector);
            }
            vectors.add(vector);
        }
        int values = facts.valueCount();
        if (values > 0) {
            compare(facts, binds, Math.min(values, MAX_COMPARED_VALUES));
            sample(facts, binds, Math.min(values, MAX_SAMPLED_VALUES));
        }
        Slot list = facts.largestIn();
        if (list != null) {
            addList(facts, binds, list);
        }
    }

    private void compare(SqlFacts facts, @Nullable Binds binds, int values) {
        long[] known = firstValues;
        if (known == null) {
            known = new long[values];
            for (int i = 0; i < values; i++) {
                known[i] = hash(facts, binds, i);
            }
            firstValues = known;
        } else if (varying != (1 << known.length) - 1) {
            for (int i = 0; i < Math.min(values, known.length); i++) {
                if (known[i] != hash(facts, binds, i)) {
                    varying |= 1 << i;
                }
            }
        }
    }

    private void sample(SqlFacts facts, @Nullable Binds binds, int values) {
        if (sampledExecutions >= MAX_SAMPLED_EXECUTIONS) {
            return;
        }
        if (sampledExecutions == 0) {
            sampled = new long[values][FIRST_SAMPLED_EXECUTIONS];
        }
        for (int i = 0; i < Math.min(values, sampled.length); i++) {
            if (sampledExecutions == sampled[i].length) {
                sampled[i] = Arrays.copyOf(sampled[i], sampled[i].length * 4);
            }
            sampled[i][sampledExecutions] = hash(facts, binds, i);
        }
        sampledExecutions++;
    }

    private void addList(SqlFacts facts, @Nullable Binds binds, Slot list) {
        int count = list.count();
        elements += count;
        if (count < longestList) {
            return;
        }
        longestRepeats = count == longestList ? longestRepeats + 1 : 1;
        longestList = count;
        maxElements = Math.max(maxElements, count < LONG_IN_LIST ? count : distinct(facts, binds, list));
    }

    private static int distinct(SqlFacts facts, @Nullable Binds binds, Slot list) {
        LongSet different = new LongSet(Integer.MAX_VALUE);
        int unknown = 0;
        for (int i = list.first(); i < list.first() + list.count(); i++) {
            long hash = hash(facts, binds, i);
            if (hash == 0) {
                unknown++;
            } else {
                different.add(hash);
            }
        }
        return different.size() + unknown;
    }

    private static long hash(SqlFacts facts, @Nullable Binds binds, int value) {
        int parameter = facts.parameterOf(value);
        if (parameter == 0) {
            return facts.literalHash(value);
        }
        return binds == null ? 0 : binds.hash(parameter);
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

    Optional<CallSite> site() {
        return Optional.ofNullable(callSite);
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
                observedValues(),
                new Limits(effectiveLimit(), maxOffset, fetchSize, streamed),
                new Transactions(autocommitted, committed, commitNanos, rolledBack, mostInRollback));
    }

    private long effectiveLimit() {
        return maxLimit >= 0 || largeWithoutCap ? maxLimit : cap;
    }

    private Values observedValues() {
        long[] all = vectors == null ? new long[] {firstVector} : vectors.toArray();
        long[][] samples = sampled.clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Arrays.copyOf(samples[i], sampledExecutions);
        }
        return new Values(
                executions == 0 ? 0 : all.length, all, varying, samples, elements, maxElements, longestRepeats);
    }
}
