package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Failure;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteDecision;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The attempts at one execution: at most one other replica after the first, then the primary. */
final class Attempt {
    private static final int ON_PRIMARIES = 4;
    private static final long FIRST_PAUSE_NANOS = 20_000_000;

    private int excluded;
    private int onPrimaries;
    private long onPrimariesSince;
    private boolean other;
    private @Nullable Reason forced;
    private @Nullable SQLException first;
    private boolean onReplica;

    void begin() {
        onReplica = false;
        excluded = 0;
        other = false;
        forced = null;
        first = null;
        onPrimaries = 0;
    }

    void on(RouteDecision decision) {
        onReplica = decision.replica();
    }

    /** Where the unit would have been that could not even begin. */
    boolean wasOnReplica() {
        return onReplica;
    }

    /** Nodes that are out of the question, one bit each. */
    int excluded() {
        return excluded;
    }

    /** Why the primary is all that is left; null if it is not. */
    @Nullable
    Reason forced() {
        return forced;
    }

    void exclude(Node node) {
        excluded |= 1 << node.index();
    }

    /** The failure that will surface carries the first with it. */
    void failed(SQLException failure) {
        if (first == null) {
            first = failure;
        } else if (!first.equals(failure)) {
            failure.addSuppressed(first);
        }
    }

    /** Whether a read that has lost its primary may wait for another one, or for this one to be back. */
    boolean mayTryPrimaryAgain() {
        long now = System.nanoTime();
        if (onPrimaries == 0) {
            onPrimariesSince = now;
        }
        return onPrimaries < ON_PRIMARIES && now - onPrimariesSince < Waiting.FOR_A_PRIMARY_NANOS;
    }

    /** Until the pollers have noticed: longer each time. */
    void pauseBeforePrimary() {
        LockSupport.parkNanos(FIRST_PAUSE_NANOS << 2 * onPrimaries);
        onPrimaries++;
    }

    /** Whether a failure on a replica says nothing of what another node would do. */
    boolean mayGoOn(SQLException failure, Failure meaning, boolean autoCommit) {
        boolean asDeclared = !autoCommit && "25006".equals(failure.getSQLState());
        return forced == null && meaning != Failure.OF_STATEMENT && !asDeclared;
    }

    void next(Node failed, Failure meaning) {
        exclude(failed);
        Reason reason = reason(meaning);
        boolean anywhere = reason != Reason.REFUSED_BY_REPLICA && reason != Reason.NOT_REPLAYED;
        if (anywhere && !other) {
            other = true;
        } else {
            forced = reason;
        }
    }

    private static Reason reason(Failure meaning) {
        return switch (meaning) {
            case REFUSED -> Reason.REFUSED_BY_REPLICA;
            case MISSING -> Reason.NOT_REPLAYED;
            case CONFLICT, CONFLICT_FATAL -> Reason.REPLAY_CONFLICT;
            case LOST, UNAVAILABLE -> Reason.REPLICA_LOST;
            case POOL_EXHAUSTED, OF_STATEMENT -> Reason.NO_REPLICA;
        };
    }
}
