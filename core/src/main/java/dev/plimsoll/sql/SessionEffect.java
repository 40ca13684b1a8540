package dev.plimsoll.sql;

/** What a text leaves behind on the connection that it ran on, beyond the rows it changed. */
public enum SessionEffect {
    NONE,
    /** A {@link Setting}: the same text, with the same parameters, makes it on another connection as well. */
    SETTING,
    /** A default of transactions, such as whether they may write. */
    TRANSACTION_DEFAULT,
    /** A table, view or sequence that only this session sees. */
    TEMPORARY_OBJECT,
    /** An advisory lock that outlives the transaction. */
    SESSION_LOCK,
    /** A cursor that outlives the transaction. */
    HELD_CURSOR,
    /** A statement that SQL itself has prepared and may execute by its name. */
    PREPARED_STATEMENT,
    /** LISTEN. */
    CHANNEL,
    /** State of another kind, or a setting in one text with something that must not run twice. */
    OTHER;

    /** Whether whatever runs later must run on that very connection, until it is closed. */
    public boolean pins() {
        return this != NONE && this != SETTING;
    }

    /** What two statements of one text leave behind; two settings cannot be told apart from a setting and a change. */
    SessionEffect and(SessionEffect other) {
        if (pins() || other == NONE) {
            return this;
        }
        return other;
    }
}
