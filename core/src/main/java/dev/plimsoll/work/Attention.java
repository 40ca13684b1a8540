package dev.plimsoll.work;

/**
 * From what on something is worth a listener's look. What stays below is counted and costs nothing more; a unit in which something reaches
 * a limit is shown.
 *
 * @param slowNanos how long an execution takes that counts as slow, in nanoseconds; not more than {@code executionNanos}
 * @param slowExecutions how many slow executions make a unit worth a look
 * @param executionNanos how long an execution takes that is worth one by itself, in nanoseconds: it is looked up on the stack even if
 *     it is the only one of its statement
 * @param rows how many rows are read of one result, which is then looked up on the stack too
 * @param transactionNanos how long a transaction has been open or idle, in nanoseconds
 */
public record Attention(long slowNanos, long slowExecutions, long executionNanos, long rows, long transactionNanos) {}
