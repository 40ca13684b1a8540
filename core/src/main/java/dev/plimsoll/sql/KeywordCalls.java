package dev.plimsoll.sql;

/**
 * Tells whether a keyword before a parenthesis is the name of a function. Databases reserve few keywords, and a function of a user
 * may be called {@code next} or {@code key}.
 */
final class KeywordCalls {
    private KeywordCalls() {}

    /** Whether the keyword at {@code index}, which a parenthesis follows, is called. */
    static boolean isCall(Tokens tokens, int index, Keyword keyword) {
        if (!keyword.isConstruct()) {
            return keyword != Keyword.RECURSIVE;
        }
        return isUnreserved(keyword) && startsExpression(tokens, index) && !isPaired(tokens, index, keyword);
    }

    /** Whether the keyword is a construct in its place only. */
    private static boolean isUnreserved(Keyword keyword) {
        return switch (keyword) {
            case APPLY,
                    BY,
                    CONFLICT,
                    COPY,
                    CUBE,
                    ESCAPE,
                    EXPLAIN,
                    FILTER,
                    FIRST,
                    INDEX,
                    KEY,
                    MATERIALIZED,
                    MINUS,
                    NEXT,
                    ONLY,
                    OVER,
                    ROLLUP,
                    ROWS,
                    SET,
                    SETS,
                    STRAIGHT_JOIN,
                    TOP -> true;
            default -> false;
        };
    }

    private static boolean startsExpression(Tokens tokens, int index) {
        Keyword before = tokens.keyword(index - 1);
        return switch (tokens.kind(index - 1)) {
            case COMMA, OPEN, OPERATOR -> true;
            default -> before != null && before.isPrefix();
        };
    }

    /** Whether the keyword belongs to the one before it, behind which an expression could begin as well. */
    private static boolean isPaired(Tokens tokens, int index, Keyword keyword) {
        return switch (keyword) {
            case FIRST, NEXT -> tokens.is(index - 1, Keyword.FETCH);
            case CONFLICT -> tokens.is(index - 1, Keyword.ON);
            case MATERIALIZED -> tokens.isAny(index - 1, Keyword.AS, Keyword.NOT);
            case ONLY -> tokens.isAny(index - 1, Keyword.FROM, Keyword.JOIN, Keyword.INTO);
            case TOP -> tokens.isAny(index - 1, Keyword.SELECT, Keyword.DISTINCT, Keyword.ALL);
            default -> false;
        };
    }
}
