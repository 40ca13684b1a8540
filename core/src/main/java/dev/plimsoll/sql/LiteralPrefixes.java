package dev.plimsoll.sql;

/** Tells which words directly before a quote belong to the literal: {@code N'…'}, {@code E'…'}, {@code U&'…'}, {@code _utf8'…'}. */
final class LiteralPrefixes {
    private final Cursor cursor;
    private final LexicalRules rules;

    LiteralPrefixes(Cursor cursor, LexicalRules rules) {
        this.cursor = cursor;
        this.rules = rules;
    }

    /** The index of the quote of the literal that the word from {@code start} to {@code end} introduces, or -1. */
    int quote(int start, int end) {
        char next = cursor.at(end);
        if (next == '\'') {
            return isPrefix(start, end - start) ? end : -1;
        }
        if (next == '&' && end == start + 1 && lower(start) == 'u') {
            char quote = cursor.at(end + 1);
            return quote == '\'' || quote == '"' ? end + 1 : -1;
        }
        return isIntroducer(start) ? introducedQuote(end) : -1;
    }

    private boolean isPrefix(int start, int length) {
        char first = lower(start);
        if (length == 1) {
            return first == 'n' || first == 'x' || first == 'b' || first == 'e' || (first == 'q' && rules.isOracle());
        }
        boolean nationalChoice = rules.isOracle() && length == 2 && first == 'n' && lower(start + 1) == 'q';
        return nationalChoice || isIntroducer(start);
    }

    private boolean isIntroducer(int start) {
        return rules.isMySql() && cursor.at(start) == '_';
    }

    /** MySQL: {@code _utf8mb4 'text'} and {@code _utf8mb4 x'00'}. */
    private int introducedQuote(int wordEnd) {
        int next = cursor.afterBlanks(wordEnd);
        char letter = lower(next);
        if ((letter == 'x' || letter == 'b' || letter == 'n') && cursor.at(next + 1) == '\'') {
            return next + 1;
        }
        return cursor.at(next) == '\'' || cursor.at(next) == '"' ? next : -1;
    }

    /** Whether the literal from {@code start} on, whose quote is at {@code quote}, has a closing quote of its own choice. */
    boolean choosesQuote(int quote) {
        return rules.isOracle() && lower(quote - 1) == 'q';
    }

    /** Whether backslashes escape in that literal. */
    boolean hasEscapes(int start, int quote) {
        return rules.backslashEscapes || (rules.symbolicOperators && quote == start + 1 && lower(start) == 'e');
    }

    private char lower(int index) {
        return (char) (cursor.at(index) | 0x20);
    }
}
