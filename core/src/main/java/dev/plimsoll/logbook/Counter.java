package dev.plimsoll.logbook;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Sums that many threads add to without a lock: each thread to a lane of its own, as far as there are lanes, which is one line of the
 * processor's cache. Nothing is lost when the sums are taken out while others add.
 */
final class Counter {
    private static final int LANES = lanes();
    /** Numbers of a lane, which are 64 bytes. */
    private static final int WIDTH = 8;

    private static final int MAX_LANES = 8;
    private static final int EXECUTIONS = 0;
    private static final int FAILURES = 1;
    private static final int NANOS = 2;
    private static final int LONGEST = 3;
    private static final int ROWS = 4;
    private static final int BATCHES = 5;
    private static final int BATCHED_ROWS = 6;

    private final AtomicLongArray numbers = new AtomicLongArray(LANES * WIDTH);

    /** A power of two. */
    private static int lanes() {
        int processors = Runtime.getRuntime().availableProcessors();
        return Math.min(MAX_LANES, Integer.highestOneBit(Math.max(1, 2 * processors - 1)));
    }

    void add(long executions, long failures, long nanos, long longest, long rows, long batches, long batchedRows) {
        int lane = lane();
        add(lane + EXECUTIONS, executions);
        add(lane + FAILURES, failures);
        add(lane + NANOS, nanos);
        add(lane + ROWS, rows);
        add(lane + BATCHES, batches);
        add(lane + BATCHED_ROWS, batchedRows);
        if (longest > numbers.getPlain(lane + LONGEST)) {
            numbers.accumulateAndGet(lane + LONGEST, longest, Math::max);
        }
    }

    private static int lane() {
        long thread = Thread.currentThread().getId();
        return (int) (thread & (LANES - 1)) * WIDTH;
    }

    private void add(int index, long amount) {
        if (amount != 0) {
            numbers.getAndAdd(index, amount);
        }
    }

    /** Adds sums at once. */
    void add(ExecutionTotals sums) {
        add(
                sums.executions(),
                sums.failures(),
                sums.nanos(),
                sums.longestNanos(),
                sums.rows(),
                sums.batches(),
                sums.batchedRows());
    }

    ExecutionTotals totals() {
        return totals(false);
    }

    /** The sums, which are none from then on. */
    ExecutionTotals takeOut() {
        return totals(true);
    }

    private ExecutionTotals totals(boolean out) {
        return new ExecutionTotals(
                sum(EXECUTIONS, out),
                sum(FAILURES, out),
                sum(NANOS, out),
                longest(),
                sum(ROWS, out),
                sum(BATCHES, out),
                sum(BATCHED_ROWS, out));
    }

    private long sum(int number, boolean out) {
        long sum = 0;
        for (int i = number; i < numbers.length(); i += WIDTH) {
            sum += out ? numbers.getAndSet(i, 0) : numbers.get(i);
        }
        return sum;
    }

    private long longest() {
        long longest = 0;
        for (int i = LONGEST; i < numbers.length(); i += WIDTH) {
            longest = Math.max(longest, numbers.get(i));
        }
        return longest;
    }

    long nanos() {
        return sum(NANOS, false);
    }
}
