package dev.plimsoll.junit;

import dev.plimsoll.sql.Verb;

/** What statements are counted by. A batch of JDBC is one statement, for it is one round trip. */
public enum StatementKind {
    /**
     * Every statement but those that control transactions or the session, that only draw a key from a sequence, or that ask whether the
     * connection is alive.
     */
    ANY("statement"),
    /** SELECT, VALUES, TABLE and EXPLAIN. */
    SELECT("select"),
    INSERT("insert"),
    UPDATE("update"),
    DELETE("delete"),
    /** MERGE and its kin, CALL, COPY, LOCK, definitions, and what is not known. */
    OTHER("other statement");

    private final String noun;

    StatementKind(String noun) {
        this.noun = noun;
    }

    static StatementKind of(Verb verb) {
        return switch (verb) {
            case SELECT, VALUES, TABLE, EXPLAIN -> SELECT;
            case INSERT -> INSERT;
            case UPDATE -> UPDATE;
            case DELETE -> DELETE;
            default -> OTHER;
        };
    }

    boolean covers(StatementKind kind) {
        return this == ANY || this == kind;
    }

    /** The noun for so many, as in "1 select" and "2 selects". */
    String noun(long count) {
        return count == 1 ? noun : noun + "s";
    }
}
