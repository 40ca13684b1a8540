package dev.plimsoll.sql;

import static dev.plimsoll.sql.Keyword.Trait.CONSTRUCT;
import static dev.plimsoll.sql.Keyword.Trait.PREFIX;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The words that lexer, shape or facts treat in a way of their own. Every other word is a name. */
enum Keyword {
    ABORT,
    ALL(PREFIX, CONSTRUCT),
    ALTER,
    ANALYSE,
    ANALYZE,
    AND(PREFIX, CONSTRUCT),
    ANY(PREFIX, CONSTRUCT),
    APPLY(CONSTRUCT),
    ARRAY(CONSTRUCT),
    AS(PREFIX, CONSTRUCT),
    ASC,
    AUTHORIZATION,
    BEGIN(PREFIX),
    BETWEEN(PREFIX, CONSTRUCT),
    BY(PREFIX, CONSTRUCT),
    CALL,
    CASE(PREFIX, CONSTRUCT),
    CAST(CONSTRUCT),
    CHARACTERISTICS,
    CHECK(CONSTRUCT),
    CLOSE,
    COMMENT,
    COMMIT,
    CONFLICT(CONSTRUCT),
    COPY(CONSTRUCT),
    CREATE,
    CROSS,
    CUBE(CONSTRUCT),
    DATE,
    DEALLOCATE,
    DECLARE,
    DEFAULT,
    DELETE,
    DESC,
    DESCRIBE,
    DISCARD,
    DISTINCT(PREFIX, CONSTRUCT),
    DO,
    DROP,
    DUPLICATE,
    ELSE(PREFIX, CONSTRUCT),
    END,
    ESCAPE(PREFIX, CONSTRUCT),
    EXCEPT(PREFIX, CONSTRUCT),
    EXEC,
    EXECUTE,
    EXISTS(PREFIX, CONSTRUCT),
    EXPLAIN(CONSTRUCT),
    EXTRACT(CONSTRUCT),
    FALSE,
    FETCH(PREFIX),
    FILTER(CONSTRUCT),
    FIRST(PREFIX, CONSTRUCT),
    FOR(PREFIX, CONSTRUCT),
    FROM(PREFIX, CONSTRUCT),
    FULL,
    FUNCTION,
    GRANT,
    GROUP(CONSTRUCT),
    HAVING(PREFIX, CONSTRUCT),
    IDENTIFIED,
    IF,
    ILIKE(PREFIX, CONSTRUCT),
    IN(PREFIX, CONSTRUCT),
    INDEX(CONSTRUCT),
    INNER,
    INSERT,
    INTERSECT(PREFIX, CONSTRUCT),
    INTERVAL(PREFIX),
    INTO(PREFIX, CONSTRUCT),
    IS(PREFIX),
    JOIN(PREFIX, CONSTRUCT),
    KEY(CONSTRUCT),
    LATERAL(PREFIX, CONSTRUCT),
    LEFT,
    LIKE(PREFIX, CONSTRUCT),
    LIMIT(PREFIX, CONSTRUCT),
    LISTEN,
    LOCAL,
    LOCK,
    LOCKED,
    MATERIALIZED(CONSTRUCT),
    MERGE,
    MINUS(PREFIX, CONSTRUCT),
    MOVE,
    NEXT(PREFIX, CONSTRUCT),
    NO,
    NOT(PREFIX, CONSTRUCT),
    NOTIFY,
    NULL,
    NULLS,
    OF,
    OFFSET(PREFIX, CONSTRUCT),
    ON(PREFIX, CONSTRUCT),
    ONLY(CONSTRUCT),
    OR(PREFIX, CONSTRUCT),
    ORDER,
    OUTER,
    OVER(CONSTRUCT),
    PACKAGE,
    PARTITION,
    PASSWORD,
    PERCENT,
    PREPARE,
    PREPARED,
    PROCEDURE,
    PROGRAM,
    READ,
    RECURSIVE,
    REFERENCES,
    RELEASE,
    REPLACE,
    RESET,
    RETURN(PREFIX),
    RETURNING(PREFIX, CONSTRUCT),
    REVOKE,
    RIGHT,
    ROLE,
    ROLLBACK,
    ROLLUP(CONSTRUCT),
    ROW(CONSTRUCT),
    ROWS(CONSTRUCT),
    SAVEPOINT,
    SCHEMA,
    SELECT(PREFIX, CONSTRUCT),
    SESSION,
    SET(PREFIX, CONSTRUCT),
    SETS(CONSTRUCT),
    SHARE,
    SHOW,
    SKIP,
    SOME(PREFIX, CONSTRUCT),
    START,
    STDOUT,
    STRAIGHT_JOIN(PREFIX, CONSTRUCT),
    SYMMETRIC(PREFIX, CONSTRUCT),
    TABLE(CONSTRUCT),
    TEMP,
    TEMPORARY,
    THEN(PREFIX, CONSTRUCT),
    TIME,
    TIMESTAMP,
    TO(PREFIX, CONSTRUCT),
    TOP(PREFIX, CONSTRUCT),
    TRAN,
    TRANSACTION,
    TRIGGER,
    TRUE,
    TRUNCATE,
    UNION(PREFIX, CONSTRUCT),
    UNIQUE(CONSTRUCT),
    UNLISTEN,
    UNLOCK,
    UNLOGGED,
    UPDATE,
    UPSERT,
    USE,
    USING(PREFIX, CONSTRUCT),
    VALUE,
    VALUES(PREFIX, CONSTRUCT),
    WHEN(PREFIX, CONSTRUCT),
    WHERE(PREFIX, CONSTRUCT),
    WINDOW,
    WITH(PREFIX, CONSTRUCT),
    WORK;

    /** How a keyword differs from a name. */
    enum Trait {
        /** An expression begins after it, so that a sign that follows belongs to a literal. */
        PREFIX,
        /** A parenthesis after it opens no argument list. */
        CONSTRUCT
    }

    /** The number of no keyword. */
    static final int NONE = -1;

    private static final Keyword[] ALL_KEYWORDS = values();
    private static final Table TABLE_OF_WORDS = new Table();

    private final boolean prefix;
    private final boolean construct;

    Keyword(Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(Set.of(traits));
        prefix = set.contains(PREFIX);
        construct = set.contains(CONSTRUCT);
    }

    boolean isPrefix() {
        return prefix;
    }

    boolean isConstruct() {
        return construct;
    }

    /** A number that stands for this keyword where a reference would cost too much. */
    @SuppressWarnings("EnumOrdinal") // Never leaves the process, so that another order does no harm.
    int number() {
        return ordinal();
    }

    static Keyword ofNumber(int number) {
        return ALL_KEYWORDS[number];
    }

    /**
     * The number of the keyword whose lower-cased characters have {@code hash}, or {@link #NONE}; 64 bits leave chance no room worth
     * checking for.
     */
    static int numberOfHash(long hash) {
        return TABLE_OF_WORDS.find(hash);
    }

    /** An open-addressing table, a quarter full at most. */
    private static final class Table {
        private static final int SIZE = 1024;

        private final long[] hashes = new long[SIZE];
        private final short[] numbers = new short[SIZE];

        Table() {
            Arrays.fill(numbers, (short) NONE);
            for (Keyword keyword : ALL_KEYWORDS) {
                put(Hash.of(keyword.name().toLowerCase(Locale.ROOT)), keyword);
            }
        }

        private void put(long hash, Keyword keyword) {
            int slot = slot(hash);
            while (numbers[slot] != NONE) {
                slot = (slot + 1) & (SIZE - 1);
            }
            hashes[slot] = hash;
            numbers[slot] = (short) keyword.number();
        }

        int find(long hash) {
            int slot = slot(hash);
            int number = numbers[slot];
            while (number != NONE && hashes[slot] != hash) {
                slot = (slot + 1) & (SIZE - 1);
                number = numbers[slot];
            }
            return number;
        }

        private static int slot(long hash) {
            return (int) (hash ^ (hash >>> 32)) & (SIZE - 1);
        }
    }
}
