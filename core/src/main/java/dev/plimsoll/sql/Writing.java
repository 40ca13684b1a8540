package dev.plimsoll.sql;

/** Decides whether a statement changes rows, by itself or within WITH. */
final class Writing {
    private Writing() {}

    static boolean changesRows(Statement statement) {
        return switch (statement.verb()) {
            case INSERT, UPDATE, DELETE, MERGE -> true;
            case SELECT, VALUES, TABLE -> hasNestedChange(statement);
            case EXPLAIN -> changesRowsWhenExplained(statement);
            case COPY -> copiesFrom(statement) || hasNestedChange(statement);
            case DDL -> statement.is(statement.main(), Keyword.TRUNCATE);
            case OTHER -> statement.is(statement.from(), Keyword.BEGIN) && changesAnywhere(statement);
            default -> false;
        };
    }

    /** No expression begins with DELETE, so that one after a parenthesis is a statement of its own, in WITH or FINAL TABLE. */
    private static boolean hasNestedChange(Statement statement) {
        for (int i = statement.from(); i < statement.to(); i++) {
            boolean nested = i > statement.from() && statement.is(i - 1, TokenKind.OPEN);
            boolean function = statement.is(i + 1, TokenKind.OPEN);
            if ((nested && !function && changes(statement, i)) || statement.is(i, Keyword.INTO)) {
                return true;
            }
        }
        return false;
    }

    private static boolean changesAnywhere(Statement statement) {
        for (int i = statement.from(); i < statement.to(); i++) {
            if (changes(statement, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean changes(Statement statement, int i) {
        Keyword keyword = statement.keyword(i);
        return keyword == Keyword.INSERT
                || keyword == Keyword.UPDATE
                || keyword == Keyword.DELETE
                || keyword == Keyword.MERGE;
    }

    private static boolean changesRowsWhenExplained(Statement statement) {
        return Explanation.of(statement).runs() && changesAnywhere(statement);
    }

    private static boolean copiesFrom(Statement statement) {
        int depth = 0;
        for (int i = statement.main() + 1; i < statement.to(); i++) {
            if (statement.is(i, TokenKind.OPEN)) {
                depth++;
            } else if (statement.is(i, TokenKind.CLOSE)) {
                depth--;
            } else if (depth == 0 && statement.is(i, Keyword.FROM)) {
                return true;
            }
        }
        return false;
    }
}
