package dev.plimsoll.route;

/** What the failure of a statement on a node means for the node and for the statement. */
public enum Failure {
    /** The statement's own: the application gets it. */
    OF_STATEMENT,
    /** A standby does not do such a thing: the statement belongs on the primary, now and in future. */
    REFUSED,
    /** Replay cancelled the statement; the connection lives. */
    CONFLICT,
    /** Replay ended the connection. */
    CONFLICT_FATAL,
    /** The connection is gone, or none could be made. */
    LOST,
    /** The server is starting or shutting down. */
    UNAVAILABLE,
    /** A table or column is missing, perhaps because it has not been replayed yet. */
    MISSING,
    /** The node's pool has no connection to give just now. */
    POOL_EXHAUSTED
}
