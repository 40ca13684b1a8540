package dev.plimsoll.sql;

/** What a text may do to a database, proven by its tokens alone. What is not proven {@link #READ} belongs on the primary. */
public enum AccessClass {
    /** Proven to change nothing, so that any replica may answer it. */
    READ,
    WRITE,
    /** A read that takes row locks: FOR UPDATE and its kin. */
    LOCKING_READ,
    /** Changes the state of the session: SET, set_config, search_path. */
    SESSION,
    /** Begins, ends or marks a transaction. */
    TX_CONTROL,
    /** Not proven to be anything: an unknown function, a partial text, several statements. */
    UNKNOWN
}
