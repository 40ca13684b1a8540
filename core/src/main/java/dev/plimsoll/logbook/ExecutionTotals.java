package dev.plimsoll.logbook;

/**
 * Sums over executions.
 *
 * @param executions that succeeded; a JDBC batch is one
 * @param failures that the driver refused
 * @param nanos time in the driver, of those that succeeded
 * @param longestNanos time in the driver of the longest
 * @param rows read from their results
 * @param batches executions that were a batch of at least two rows, or wrote the rows of a VALUES as long
 * @param batchedRows rows in those batches
 */
public record ExecutionTotals(
        long executions, long failures, long nanos, long longestNanos, long rows, long batches, long batchedRows) {
    public static final ExecutionTotals NONE = new ExecutionTotals(0, 0, 0, 0, 0, 0, 0);

    /** These and {@code other} together. */
    public ExecutionTotals plus(ExecutionTotals other) {
        return new ExecutionTotals(
                executions + other.executions,
                failures + other.failures,
                nanos + other.nanos,
                Math.max(longestNanos, other.longestNanos),
                rows + other.rows,
                batches + other.batches,
                batchedRows + other.batchedRows);
    }
}
