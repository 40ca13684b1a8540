package dev.plimsoll.sql;

/** Finds the end of numbers. */
final class Numbers {
    private final Cursor cursor;
    private final LexicalRules rules;

    Numbers(Cursor cursor, LexicalRules rules) {
        this.cursor = cursor;
        this.rules = rules;
    }

    /** The end of the number at {@code start}, where a digit stands or a point before a digit. */
    int end(int start) {
        int i = radixEnd(start);
        if (i > start) {
            return i;
        }
        i = digitsEnd(start);
        // In 1..10 the points are a range.
        if (cursor.at(i) == '.' && cursor.at(i + 1) != '.') {
            i = digitsEnd(i + 1);
        }
        i = exponentEnd(i);
        return isSuffix(cursor.at(i)) && rules.wordPart(cursor.at(i + 1)) == 0 ? i + 1 : i;
    }

    private int radixEnd(int start) {
        char radix = rules.wordPart(cursor.at(start + 1));
        if (cursor.at(start) != '0' || (radix != 'x' && radix != 'b' && radix != 'o')) {
            return start;
        }
        int i = start + 2;
        while (isHexadecimal(cursor.at(i))) {
            i++;
        }
        return i == start + 2 ? start : i;
    }

    private static boolean isHexadecimal(char c) {
        return (c < 128 && Character.digit(c, 16) >= 0) || c == '_';
    }

    private int digitsEnd(int start) {
        int i = start;
        while (LexicalRules.isDigit(cursor.at(i))
                || (cursor.at(i) == '_' && LexicalRules.isDigit(cursor.at(i + 1)) && i > start)) {
            i++;
        }
        return i;
    }

    private int exponentEnd(int start) {
        if (cursor.at(start) != 'e' && cursor.at(start) != 'E') {
            return start;
        }
        char sign = cursor.at(start + 1);
        int digits = sign == '+' || sign == '-' ? start + 2 : start + 1;
        int i = digitsEnd(digits);
        return i == digits ? start : i;
    }

    private boolean isSuffix(char c) {
        return switch (c) {
            case 'f', 'F', 'd', 'D', 'l', 'L' -> !rules.isPostgres() && !rules.isMySql();
            default -> false;
        };
    }

    /** The value of a number of at most 18 plain digits, or -1 for any other. */
    long plainValue(int from, int to) {
        if (to - from > 18 || to == from) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = cursor.at(i);
            if (!LexicalRules.isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
