package dev.plimsoll.sql;

/**
 * The options of an EXPLAIN statement.
 *
 * @param main the first token of the explained statement
 * @param runs whether the statement is run in order to be explained
 * @param stores whether the plan may be written to a table, as EXPLAIN PLAN does in Oracle
 */
record Explanation(int main, boolean runs, boolean stores) {

    static Explanation of(Statement statement) {
        Tokens tokens = statement.tokens();
        int i = statement.main() + 1;
        boolean runs = false;
        boolean stores = false;
        if (tokens.is(i, TokenKind.OPEN) && !beginsStatement(tokens, i + 1)) {
            for (; i < statement.to() && !tokens.is(i, TokenKind.CLOSE); i++) {
                runs |= isAnalyze(tokens, i) && !isOff(tokens, i + 1);
            }
        }
        for (; i < statement.to() && !beginsStatement(tokens, i); i++) {
            runs |= isAnalyze(tokens, i);
            stores |= tokens.hasText(i, "plan");
        }
        return new Explanation(i, runs, stores);
    }

    private static boolean isAnalyze(Tokens tokens, int i) {
        return tokens.is(i, Keyword.ANALYZE) || tokens.is(i, Keyword.ANALYSE);
    }

    /** A value that is not spelt out may be anything. */
    private static boolean isOff(Tokens tokens, int i) {
        return tokens.is(i, Keyword.FALSE) || tokens.hasText(i, "off");
    }

    private static boolean beginsStatement(Tokens tokens, int i) {
        return tokens.isAny(
                i,
                Keyword.SELECT,
                Keyword.WITH,
                Keyword.VALUES,
                Keyword.TABLE,
                Keyword.INSERT,
                Keyword.UPDATE,
                Keyword.DELETE,
                Keyword.MERGE,
                Keyword.REPLACE,
                Keyword.CREATE,
                Keyword.EXECUTE,
                Keyword.DECLARE,
                Keyword.CALL);
    }
}
