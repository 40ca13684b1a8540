package dev.plimsoll.sql;

/** Finds the end of quoted things: strings of every dialect and quoted identifiers. Every method returns -1 if there is no end. */
final class Literals {
    private final Cursor cursor;
    private final LexicalRules rules;

    Literals(Cursor cursor, LexicalRules rules) {
        this.cursor = cursor;
        this.rules = rules;
    }

    /** The end of the string whose opening quote is at {@code start}, together with the strings that the dialect joins to it. */
    int stringEnd(int start, boolean backslashes) {
        int end = quotedEnd(start, cursor.at(start), backslashes);
        while (end > 0) {
            int next = cursor.afterBlanks(end);
            if (!joins(end, next)) {
                return end;
            }
            end = quotedEnd(next, cursor.at(next), backslashes);
        }
        return end;
    }

    /** Standard SQL joins strings across a line break, MySQL across any white space. */
    private boolean joins(int end, int next) {
        char quote = cursor.at(next);
        if (rules.isMySql()) {
            return next > end && (quote == '\'' || quote == '"');
        }
        return quote == '\'' && cursor.lineEnd(end) < next;
    }

    /** The end of what is quoted by {@code close} from {@code start} on; a doubled quote stands for itself. */
    int quotedEnd(int start, char close, boolean backslashes) {
        char[] characters = cursor.characters();
        int limit = cursor.limit();
        for (int i = start + 1; i < limit; i++) {
            char c = characters[i];
            if (c == close) {
                if (cursor.at(i + 1) != close) {
                    return i + 1;
                }
                i++;
            } else if (backslashes && c == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** The end of an Oracle string {@code q'[…]'} whose apostrophe is at {@code quote}. */
    int alternativeQuoteEnd(int quote) {
        char close = switch (cursor.at(quote + 1)) {
            case '[' -> ']';
            case '{' -> '}';
            case '(' -> ')';
            case '<' -> '>';
            default -> cursor.at(quote + 1);
        };
        for (int i = quote + 2; i + 1 < cursor.limit(); i++) {
            if (cursor.at(i) == close && cursor.at(i + 1) == '\'') {
                return i + 2;
            }
        }
        return -1;
    }

    /** The index after the opening tag of a dollar-quoted string at {@code start}, or {@code start} if there is none. */
    int dollarTagEnd(int start) {
        if (!rules.dollarQuotes) {
            return start;
        }
        int i = start + 1;
        if (rules.dialect != Dialect.H2 && rules.startsWord(cursor.at(i))) {
            while (i < cursor.limit() && cursor.at(i) != '$' && rules.wordPart(cursor.at(i)) != 0) {
                i++;
            }
        }
        return cursor.at(i) == '$' ? i + 1 : start;
    }

    /** The end of the dollar-quoted string with the tag from {@code start} to {@code tagEnd}. */
    int dollarQuoteEnd(int start, int tagEnd) {
        String text = cursor.text();
        int close = text.indexOf(text.substring(start, tagEnd), tagEnd);
        int end = close + tagEnd - start;
        return close < 0 || end > cursor.limit() ? -1 : end;
    }

    /** Whether the quotes of the identifier from {@code start} to {@code end} change nothing. */
    boolean isPlainWord(int start, int end) {
        if (cursor.at(start) != '"' || LexicalRules.isDigit(cursor.at(start + 1)) || end - start < 3) {
            return false;
        }
        for (int i = start + 1; i < end - 1; i++) {
            char c = cursor.at(i);
            if (!rules.foldsTo(c) && c != '_' && !LexicalRules.isDigit(c)) {
                return false;
            }
        }
        return rules.foldsQuoted();
    }
}
