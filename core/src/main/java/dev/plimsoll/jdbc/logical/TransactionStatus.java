package dev.plimsoll.jdbc.logical;

/** What the driver says of a connection's transaction. */
enum TransactionStatus {
    NONE,
    OPEN,
    FAILED,
    /** Not every driver tells. */
    UNKNOWN
}
