package dev.plimsoll.work;

/** Where a unit runs, a transaction or a statement in autocommit, on a data source with replicas. */
public enum Place {
    /** Nobody decides: there are no replicas. */
    NOT_ROUTED,
    REPLICA,
    /** On the primary, because it may write or is tied to it, or because no replica would have done. */
    PRIMARY_BY_NEED,
    /** On the primary for one reason only: nobody has said that it just reads. */
    PRIMARY_UNDECLARED
}
