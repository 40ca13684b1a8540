package dev.plimsoll.route;

import org.jspecify.annotations.Nullable;

/**
 * Who reads: a unit of work or, without one, a connection. It refers to the {@link Scope} of what must not be missed, which a user's
 * session shares among its units.
 */
public final class Reader {
    private final Scope scope;
    private final boolean staysOnPrimary;
    private final @Nullable Reader around;
    private volatile boolean wasOnPrimary;

    private Reader(Scope scope, boolean staysOnPrimary, @Nullable Reader around) {
        this.scope = scope;
        this.staysOnPrimary = staysOnPrimary;
        this.around = around;
    }

    /** A unit of work: once it has been on the primary it stays there, lest it see an older state than it has seen. */
    static Reader unit(Scope scope) {
        return new Reader(scope, true, null);
    }

    /** A unit of work for a user's session, inside one that is for no user or for another: what is written belongs to both. */
    static Reader inner(Scope scope, Reader around) {
        return new Reader(scope, true, around);
    }

    /** A connection without a unit of work, or the whole process: it may run for ever, so it does not stay. */
    static Reader connection(Scope scope) {
        return new Reader(scope, false, null);
    }

    Scope scope() {
        return scope;
    }

    /** The reader of the unit around; what it must not miss, this one must not miss either. */
    @Nullable
    Reader around() {
        return around;
    }

    boolean isPinned() {
        return scope.isPinned() || around != null && around.isPinned();
    }

    /** Begins a read on a node if that shows nothing older than the reads before did. */
    boolean enter(NodeState state, @Nullable PrimarySample primary, long now) {
        if (!scope.enter(state, primary, now)) {
            return false;
        }
        if (around == null || around.enter(state, primary, now)) {
            return true;
        }
        scope.abandoned();
        return false;
    }

    void abandoned() {
        scope.abandoned();
        if (around != null) {
            around.abandoned();
        }
    }

    void left(long now) {
        scope.left(now);
        if (around != null) {
            around.left(now);
        }
    }

    void onPrimary() {
        if (staysOnPrimary && !wasOnPrimary) {
            wasOnPrimary = true;
        }
        if (around != null) {
            around.onPrimary();
        }
    }

    boolean isOnPrimary() {
        return wasOnPrimary || around != null && around.isOnPrimary();
    }
}
