package dev.plimsoll.work;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A transaction seen by the sweeper while it is open, or by its connection when that is closed before the transaction is.
 *
 * @param identity different for every transaction of this JVM
 * @param state what is happening to it
 * @param unit name of the unit of work it belongs to
 * @param ageNanos wall time since its first statement began
 * @param idleNanos time since its last statement ended or row was read; 0 while the driver is at work
 * @param longestIdleNanos the longest such time seen so far
 * @param statements how many statements it has executed
 * @param lastShape shape of its last statement
 * @param lastFingerprint fingerprint of its last statement
 * @param writtenTables tables it has written, at most eight
 * @param thread name of the thread that executed its last statement
 * @param owner gives where that thread is now, or nothing if no application frame is on its stack
 * @param timeline number of the timeline that is kept of its unit; 0 if none is
 */
public record ObservedTransaction(
        long identity,
        State state,
        String unit,
        long ageNanos,
        long idleNanos,
        long longestIdleNanos,
        long statements,
        @Nullable String lastShape,
        long lastFingerprint,
        List<String> writtenTables,
        String thread,
        Supplier<Optional<CallSite>> owner,
        long timeline) {

    /** What is happening to a transaction. */
    public enum State {
        /** The driver is executing a statement. */
        EXECUTING,
        /** Open between two calls. */
        IDLE,
        /** Its connection was closed, or given back to the pool, without commit or rollback. */
        LEFT_OPEN
    }
}
