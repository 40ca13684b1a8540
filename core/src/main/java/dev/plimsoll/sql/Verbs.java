package dev.plimsoll.sql;

/** Finds the keyword that says what a statement does, and what that is. */
final class Verbs {
    private Verbs() {}

    /** The token of the main keyword of a statement: behind parentheses, a JDBC escape, and WITH. */
    static int mainKeyword(Tokens tokens, int from, int to) {
        int first = from;
        while (first < to && isPreamble(tokens, first)) {
            first++;
        }
        return tokens.is(first, Keyword.WITH) ? afterWith(tokens, first, to) : first;
    }

    /** Parentheses, and what stands before CALL in JDBC's escape <code>{? = call f()}</code>. */
    private static boolean isPreamble(Tokens tokens, int index) {
        return tokens.is(index, TokenKind.OPEN)
                || tokens.hasText(index, "{")
                || (tokens.is(index, TokenKind.VALUE) && tokens.hasText(index + 1, "="))
                || (tokens.hasText(index, "=") && tokens.is(index - 1, TokenKind.VALUE));
    }

    private static int afterWith(Tokens tokens, int with, int to) {
        int depth = 0;
        for (int i = with + 1; i < to; i++) {
            if (tokens.is(i, TokenKind.OPEN)) {
                depth++;
            } else if (tokens.is(i, TokenKind.CLOSE)) {
                depth--;
            } else if (depth == 0 && beginsMain(tokens, i)) {
                return i;
            }
        }
        // The main query may stand in parentheses, and its first keyword then is not at this depth.
        return lastQuery(tokens, with, to);
    }

    private static boolean beginsMain(Tokens tokens, int index) {
        return tokens.isAny(
                index,
                Keyword.SELECT,
                Keyword.INSERT,
                Keyword.UPDATE,
                Keyword.DELETE,
                Keyword.MERGE,
                Keyword.VALUES,
                Keyword.TABLE);
    }

    private static int lastQuery(Tokens tokens, int with, int to) {
        int depth = 0;
        int found = with;
        for (int i = with + 1; i < to; i++) {
            if (tokens.is(i, TokenKind.OPEN)) {
                boolean main = depth == 0 && tokens.is(i - 1, TokenKind.CLOSE) && !tokens.is(i - 1, Keyword.AS);
                found = main && beginsMain(tokens, i + 1) ? i + 1 : found;
                depth++;
            } else if (tokens.is(i, TokenKind.CLOSE)) {
                depth--;
            }
        }
        return found;
    }

    static Verb verb(Tokens tokens, int main, int to) {
        Keyword keyword = main < to ? tokens.keyword(main) : null;
        if (keyword == null) {
            return Verb.OTHER;
        }
        return switch (keyword) {
            case SELECT -> Verb.SELECT;
            case VALUES -> Verb.VALUES;
            case TABLE -> Verb.TABLE;
            case SHOW -> Verb.SHOW;
            case EXPLAIN, DESCRIBE, DESC -> Verb.EXPLAIN;
            case INSERT -> Verb.INSERT;
            case UPDATE -> Verb.UPDATE;
            case DELETE -> Verb.DELETE;
            case MERGE, UPSERT, REPLACE -> Verb.MERGE;
            case COPY -> Verb.COPY;
            case CALL, EXEC -> Verb.CALL;
            case EXECUTE -> Verb.OTHER;
            case FETCH, MOVE -> Verb.FETCH;
            case LOCK -> Verb.LOCK;
            case SET, RESET, DISCARD, USE -> Verb.SET;
            case BEGIN -> Verb.BEGIN;
            case START -> tokens.is(main + 1, Keyword.TRANSACTION) ? Verb.BEGIN : Verb.OTHER;
            case COMMIT, END -> Verb.COMMIT;
            case ABORT -> Verb.ROLLBACK;
            case ROLLBACK -> rollback(tokens, main, to);
            case SAVEPOINT, RELEASE -> Verb.SAVEPOINT;
            default -> definition(keyword);
        };
    }

    /** SQL Server names savepoints in {@code rollback transaction name}, too rarely to matter. */
    private static Verb rollback(Tokens tokens, int main, int to) {
        for (int i = main + 1; i < Math.min(to, main + 3); i++) {
            if (tokens.is(i, Keyword.TO)) {
                return Verb.SAVEPOINT;
            }
        }
        return Verb.ROLLBACK;
    }

    private static Verb definition(Keyword keyword) {
        return switch (keyword) {
            case CREATE, ALTER, DROP, TRUNCATE, GRANT, REVOKE, COMMENT -> Verb.DDL;
            default -> Verb.OTHER;
        };
    }
}
