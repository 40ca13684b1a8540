package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import org.jspecify.annotations.Nullable;

/**
 * Is told of all executions of a recorder, also of those in units that no {@link WorkListener} is shown: sums, at the end of each unit
 * and about every second while one executes. Called on the application's threads, under a unit's lock, so it must neither block nor call
 * back; what it throws is caught and logged.
 */
public interface Bookkeeper {
    /**
     * Adds executions of one statement at one place. Primitives, because a record would be garbage at the end of every unit.
     *
     * @param callSite as in {@link ObservedStatement}; null if none is known
     * @param executions that succeeded
     * @param failures that did not
     * @param nanos time in the driver of those that succeeded
     * @param longestNanos time in the driver of the longest in the unit so far
     * @param rows read from their results, or those of executions told before
     * @param batches executions that were a batch
     * @param batchedRows rows in those batches
     */
    void executed(
            SqlFacts facts,
            String schema,
            @Nullable CallSite callSite,
            long executions,
            long failures,
            long nanos,
            long longestNanos,
            long rows,
            long batches,
            long batchedRows);

    /** Adds an execution that its unit does not keep apart, because it has too many different statements. */
    void dropped(long nanos);

    /**
     * A transaction has ended, in which at least one statement was executed.
     *
     * @param how {@link Mark.Kind#COMMITTED} or {@link Mark.Kind#ROLLED_BACK}
     * @param nanos wall time since its first statement began
     */
    default void transactionEnded(Mark.Kind how, long nanos) {}

    /** Whether units that begin now are to keep a timeline, which costs time and memory for every execution. */
    boolean wantsTimelines();

    /** A unit with a timeline has ended. */
    void ended(ObservedTimeline unit);
}
