package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import java.util.Optional;

/**
 * All executions of one statement at one call site in one unit of work. Counts are of executions unless they say otherwise; a JDBC
 * batch is one execution.
 *
 * @param facts facts of one of the texts executed; shape and fingerprint are those of all
 * @param schema the session's schema if the application has set one, otherwise empty
 * @param callSite where it was executed, or for a single large result where it was read; empty if no application frame was on the stack,
 *     or in the profile prod for a single execution that nothing is to be said of
 * @param order place of the first execution among all statements of the unit, from 0
 * @param executions executions that succeeded
 * @param failures executions that failed
 * @param elapsedNanos time in the driver, all executions together
 * @param minElapsedNanos time in the driver of the quickest execution
 * @param rows rows read from its results
 * @param maxRows rows read from its largest result
 * @param batches executions that were a batch of at least two rows, or wrote the rows of a VALUES as long
 * @param batchedRows rows in those batches
 * @param values what was bound, as hashes
 * @param limits what cuts or streams its results
 * @param transactions how it was committed
 * @param undeclared reads on the primary that a replica might have served
 */
public record ObservedStatement(
        SqlFacts facts,
        String schema,
        Optional<CallSite> callSite,
        int order,
        long executions,
        long failures,
        long elapsedNanos,
        long minElapsedNanos,
        long rows,
        long maxRows,
        long batches,
        long batchedRows,
        Values values,
        Limits limits,
        Transactions transactions,
        Undeclared undeclared) {

    /** Executions that were not a batch. */
    public long single() {
        return executions - batches;
    }

    /**
     * Values bound or written as literals, as hashes.
     *
     * @param distinct number of different vectors of values; exact up to {@value Tally#MAX_VECTORS}
     * @param vectors hashes of those vectors, in no order; do not change
     * @param varying bit {@code n} is set if value {@code n} of the text was not the same in all executions; of the first 16 values
     * @param sampled for each of the first eight values, its hashes in the first 64 executions, in order; do not change
     * @param elements sum of the lengths of the longest IN list
     * @param maxElements length of its longest IN list, counting equal elements once
     * @param longestRepeats executions whose longest IN list was as long as the longest of all
     */
    @SuppressWarnings("ArrayRecordComponent") // thousands of hashes: boxed, they would cost more than all the rest
    public record Values(
            int distinct,
            long[] vectors,
            int varying,
            long[][] sampled,
            long elements,
            int maxElements,
            long longestRepeats) {}

    /**
     * What cuts or streams the results.
     *
     * @param maxLimit largest row count of the outermost LIMIT, or else the most rows that large results were cut to by
     *     {@code setMaxRows}, or -1 if there is neither
     * @param maxOffset most rows skipped by the outermost OFFSET, or -1 if there is none
     * @param fetchSize fetch size of the execution with the largest result; 0 for the driver's own, -1 if unknown
     * @param streamed whether that result was read through a cursor, as far as PostgreSQL's driver is concerned
     */
    public record Limits(long maxLimit, long maxOffset, int fetchSize, boolean streamed) {}

    /**
     * How executions were committed.
     *
     * @param autocommitted executions in autocommit, each of which the database commits on its own
     * @param committed transactions with this statement that were committed
     * @param commitNanos time in the driver of those commits
     * @param rolledBack executions that were rolled back
     * @param mostInRollback most executions in one transaction that was rolled back
     */
    public record Transactions(
            long autocommitted, long committed, long commitNanos, long rolledBack, long mostInRollback) {}

    /**
     * Executions on the primary of a data source with replicas, in units that only read and ran there for one reason: nobody had said
     * so. Those after a write in the same unit of work do not count.
     *
     * @param transactions transactions with this statement that only read and were not declared read-only
     * @param autocommitted executions in autocommit while that is not routed
     * @param nanos time in the driver of all these executions
     * @param longestNanos time in the driver of the longest
     */
    public record Undeclared(long transactions, long autocommitted, long nanos, long longestNanos) {
        public static final Undeclared NONE = new Undeclared(0, 0, 0, 0);

        public long units() {
            return transactions + autocommitted;
        }
    }
}
