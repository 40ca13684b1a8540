package dev.plimsoll.sql;

/** Finds the end of operators. */
final class Operators {
    private static final String SYMBOLIC = "+-*/<>=~!@#%^&|`";
    /** In PostgreSQL an operator may end in a sign only if it holds one of these. */
    private static final String BEFORE_SIGN = "~!@#%^&|`";

    private static final String COMPARISON = "<>=!|&^~";

    private final Cursor cursor;
    private final LexicalRules rules;

    Operators(Cursor cursor, LexicalRules rules) {
        this.cursor = cursor;
        this.rules = rules;
    }

    int end(int start) {
        return rules.symbolicOperators ? symbolicEnd(start) : comparisonEnd(start);
    }

    private int symbolicEnd(int start) {
        int i = start;
        boolean mayEndInSign = false;
        while (i < cursor.limit() && SYMBOLIC.indexOf(cursor.at(i)) >= 0 && !beginsComment(i)) {
            mayEndInSign |= BEFORE_SIGN.indexOf(cursor.at(i)) >= 0;
            i++;
        }
        while (!mayEndInSign && i > start + 1 && isSign(cursor.at(i - 1))) {
            i--;
        }
        return Math.max(i, start + 1);
    }

    private boolean beginsComment(int i) {
        return (cursor.at(i) == '-' && cursor.at(i + 1) == '-') || (cursor.at(i) == '/' && cursor.at(i + 1) == '*');
    }

    private int comparisonEnd(int start) {
        int i = start + 1;
        boolean arrow = cursor.at(start) == '-' && cursor.at(i) == '>';
        if (arrow || COMPARISON.indexOf(cursor.at(start)) >= 0) {
            while (i < cursor.limit() && COMPARISON.indexOf(cursor.at(i)) >= 0) {
                i++;
            }
        }
        return i;
    }

    static boolean isSign(char c) {
        return c == '-' || c == '+';
    }
}
