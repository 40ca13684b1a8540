package dev.plimsoll.work;

/** What one connection is asked of itself. */
public interface OpenResults {

    /** A number that changes whenever a row is read; asked by the sweeper's thread, so that a row costs nothing to be noticed. */
    long rowsRead();

    /** Where its last unit ran, or the one that is open; asked right after an execution, where there are replicas. */
    default Place place() {
        return Place.NOT_ROUTED;
    }
}
