package dev.plimsoll.route;

import org.jspecify.annotations.Nullable;

/**
 * Where the present unit of one connection is, from {@link Router#place} to {@link Router#ended}. Made once for each connection and used
 * again for each unit, so that routing allocates nothing. For one thread at a time.
 */
public final class Placement {
    private @Nullable RouteDecision decision;
    private @Nullable Reader reader;
    /** Whether the reader took note of the replica. */
    private boolean noted;

    private boolean monotonic;
    private long incarnation;
    private long placedAt;
    private boolean permitted;
    private boolean open;

    /** The last decision; of the present unit, or of the one before if none is open. Null before the first. */
    public @Nullable RouteDecision decision() {
        return decision;
    }

    /** The start of the server that was found fit: a connection to another start of it may show less. */
    public long incarnation() {
        return incarnation;
    }

    /** Whether a unit is placed and has not ended. */
    public boolean isOpen() {
        return open;
    }

    Reader reader() {
        if (reader == null) {
            throw new IllegalStateException("nothing was placed");
        }
        return reader;
    }

    long placedAt() {
        return placedAt;
    }

    boolean isPermitted() {
        return permitted;
    }

    boolean isNoted() {
        return noted;
    }

    /** Whether later reads must not see less than this unit, which is on the primary, has seen. */
    boolean isMonotonic() {
        return monotonic;
    }

    void onReplica(RouteDecision replica, Reader by, NodeState state, boolean notedBy, long now) {
        decision = replica;
        reader = by;
        noted = notedBy;
        monotonic = false;
        incarnation = state.incarnation();
        placedAt = now;
        permitted = false;
        open = true;
    }

    void onPrimary(RouteDecision primary, Reader by, ReadLevel level) {
        decision = primary;
        reader = by;
        noted = false;
        monotonic = level == ReadLevel.MONOTONIC;
        incarnation = 0;
        permitted = false;
        open = true;
    }

    void permit() {
        permitted = true;
    }

    void end() {
        open = false;
        permitted = false;
    }
}
