package dev.plimsoll.sql;

/** What the first statement of a text sets out to do, by its leading keyword. */
public enum Verb {
    SELECT,
    VALUES,
    TABLE,
    SHOW,
    EXPLAIN,
    INSERT,
    UPDATE,
    DELETE,
    /** MERGE, UPSERT and REPLACE. */
    MERGE,
    COPY,
    CALL,
    /** FETCH or MOVE on a cursor that the application declared itself. */
    FETCH,
    LOCK,
    /** SET, RESET, DISCARD and their kin. */
    SET,
    /** BEGIN or START TRANSACTION. */
    BEGIN,
    COMMIT,
    /** ROLLBACK or ABORT of the whole transaction. */
    ROLLBACK,
    /** SAVEPOINT, RELEASE and ROLLBACK TO. */
    SAVEPOINT,
    DDL,
    OTHER;

    /** Whether the verb itself changes rows. */
    public boolean changesRows() {
        return this == INSERT || this == UPDATE || this == DELETE || this == MERGE;
    }
}
