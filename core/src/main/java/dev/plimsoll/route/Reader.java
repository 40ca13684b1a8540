package dev.plimsoll.route;

/**
 * Who reads: a unit of work or, without one, a connection. It refers to the {@link Scope} of what must not be missed, which a user's
 * session shares among its units.
 */
public final class Reader {
    private final Scope scope;
    private final boolean staysOnPrimary;
    private volatile boolean wasOnPrimary;

    private Reader(Scope scope, boolean staysOnPrimary) {
        this.scope = scope;
        this.staysOnPrimary = staysOnPrimary;
    }

    /** A unit of work: once it has been on the primary it stays there, lest it see an older state than it has seen. */
    static Reader unit(Scope scope) {
        return new Reader(scope, true);
    }

    /** A connection without a unit of work, or the whole process: it may run for ever, so it does not stay. */
    static Reader connection(Scope scope) {
        return new Reader(scope, false);
    }

    Scope scope() {
        return scope;
    }

    void onPrimary() {
        if (staysOnPrimary && !wasOnPrimary) {
            wasOnPrimary = true;
        }
    }

    boolean isOnPrimary() {
        return wasOnPrimary;
    }
}
