package dev.plimsoll.sql;

/** Finds the end of placeholders other than {@code ?}. Every method returns the start if none stands there. */
final class Placeholders {
    private final Cursor cursor;
    private final LexicalRules rules;

    Placeholders(Cursor cursor, LexicalRules rules) {
        this.cursor = cursor;
        this.rules = rules;
    }

    /** {@code :name}, and {@code :1} in Oracle. */
    int colonEnd(int start) {
        char next = cursor.at(start + 1);
        boolean name = rules.startsWord(next) || (rules.isOracle() && LexicalRules.isDigit(next));
        return name ? wordEnd(start + 1) : start;
    }

    /** {@code @name}, and the quoted names of MySQL; negative if such a one is not closed. */
    int atEnd(int start, Literals literals) {
        char next = cursor.at(start + 1);
        if (rules.isMySql() && (next == '\'' || next == '"' || next == '`')) {
            return literals.quotedEnd(start + 1, next, next != '`');
        }
        return rules.atVariables && rules.startsWord(next) ? wordEnd(start + 1) : start;
    }

    /** {@code @@name}, which is a name and no placeholder. */
    int systemVariableEnd(int start) {
        boolean variable = rules.atVariables && cursor.at(start + 1) == '@' && rules.startsWord(cursor.at(start + 2));
        return variable ? wordEnd(start + 2) : start;
    }

    /** <code>#{name}</code>: MyBatis leaves it in texts that never reach a driver but do reach logs. */
    int templateEnd(int start) {
        int close = cursor.at(start + 1) == '{' ? cursor.text().indexOf('}', start) : -1;
        return close < 0 || close >= cursor.limit() ? start : close + 1;
    }

    /** The end of the digits of {@code ?1}. */
    int digitsEnd(int from) {
        int i = from;
        while (LexicalRules.isDigit(cursor.at(i))) {
            i++;
        }
        return i;
    }

    private int wordEnd(int from) {
        int i = from;
        while (rules.wordPart(cursor.at(i)) != 0) {
            i++;
        }
        return i;
    }
}
