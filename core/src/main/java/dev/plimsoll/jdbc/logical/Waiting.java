package dev.plimsoll.jdbc.logical;

/** How long a unit waits for a node, and what is said when there is none. */
final class Waiting {
    static final long FOR_A_PRIMARY_NANOS = 5_000_000_000L;
    static final String NO_PRIMARY = "no node is known to take writes";
    static final String NO_NODE =
            "no replica is fit for this read, and the primary is unknown or has as many diverted reads as it may have";

    private Waiting() {}
}
