package dev.plimsoll.work;

/**
 * From what on something is worth a listener's look. What stays below is counted and costs nothing more; what reaches a limit is shown,
 * and an execution that does is looked up on the stack even if it is the only one of its statement.
 *
 * @param executionNanos how long a single execution takes, in nanoseconds
 * @param rows how many rows are read of one result
 * @param transactionNanos how long a transaction has been open or idle, in nanoseconds
 */
public record Attention(long executionNanos, long rows, long transactionNanos) {}
