package dev.plimsoll.sql;

/**
 * Tells the operators of PostgreSQL that hold a question mark from parameters. JDBC escapes them by doubling the mark; a statement
 * without parameters may hold them bare, where they are known by an operand before and what follows.
 */
final class QuestionOperators {
    private final Cursor cursor;
    private final LexicalRules rules;

    QuestionOperators(Cursor cursor, LexicalRules rules) {
        this.cursor = cursor;
        this.rules = rules;
    }

    /** The end of the operator that begins with the question mark at {@code start}, or {@code start} if that is a parameter. */
    int end(int start, boolean afterOperand) {
        if (!rules.isPostgres()) {
            return start;
        }
        if (cursor.at(start + 1) == '?') {
            return isSingleBar(start + 2) ? start + 3 : start + 2;
        }
        if (afterOperand && isSingleBar(start + 1)) {
            return start + 2;
        }
        boolean beforeOperand = "'?$".indexOf(cursor.at(cursor.afterBlanks(start + 1))) >= 0;
        return afterOperand && beforeOperand ? start + 1 : start;
    }

    /** The end of {@code @?}, which begins with an operator of its own. */
    int pathEnd(int start, boolean afterOperand) {
        if (!rules.isPostgres() || !afterOperand || cursor.at(start) != '@' || cursor.at(start + 1) != '?') {
            return start;
        }
        return cursor.at(start + 2) == '?' ? start + 3 : start + 2;
    }

    /** {@code ?|} and {@code ?&}, but not a parameter before {@code ||}. */
    private boolean isSingleBar(int index) {
        char bar = cursor.at(index);
        return (bar == '|' || bar == '&') && cursor.at(index + 1) != bar;
    }

    static String escaped(String operator) {
        return operator.contains("??") ? operator : operator.replace("?", "??");
    }
}
