package dev.plimsoll.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a shape: a range of its tokens.
 *
 * @param from its first token, after parentheses that enclose all of it
 * @param to the token after its last one
 * @param main the token of the keyword that says what it does, after WITH and its like
 */
record Statement(Tokens tokens, int from, int to, int main, Verb verb) {
    private static final Set<String> TRANSACTION_MODES =
            Set.of("isolation", "deferrable", "deferred", "immediate", "exclusive");

    /** Cuts a shape into its statements. The body of a routine or of an anonymous block belongs to the statement that it is in. */
    static List<Statement> split(Tokens tokens) {
        List<Statement> statements = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean ends = i == tokens.size() || (tokens.is(i, TokenKind.SEMICOLON) && !beginsBlock(tokens, from, i));
            if (ends && i > from) {
                statements.add(of(tokens, from, i));
            }
            if (ends) {
                from = i + 1;
            }
        }
        return statements;
    }

    private static boolean beginsBlock(Tokens tokens, int from, int to) {
        if (tokens.isAny(from, Keyword.CREATE, Keyword.ALTER)) {
            return createsRoutine(tokens, from, to);
        }
        if (tokens.is(from, Keyword.DECLARE)) {
            return !tokens.is(from + 1, TokenKind.VALUE);
        }
        return isBlock(tokens, from, to);
    }

    private static boolean createsRoutine(Tokens tokens, int from, int to) {
        for (int i = from + 1; i < Math.min(to, from + 8); i++) {
            if (tokens.isAny(i, Keyword.FUNCTION, Keyword.PROCEDURE, Keyword.TRIGGER, Keyword.PACKAGE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement from {@code from} on is a block BEGIN … END and not the begin of a transaction. */
    private static boolean isBlock(Tokens tokens, int from, int to) {
        int next = from + 1;
        boolean transaction = next >= to
                || tokens.isAny(next, Keyword.TRANSACTION, Keyword.TRAN, Keyword.WORK, Keyword.READ, Keyword.NOT)
                || TRANSACTION_MODES.contains(tokens.text(next));
        return tokens.is(from, Keyword.BEGIN) && !transaction;
    }

    private static Statement of(Tokens tokens, int rangeFrom, int rangeTo) {
        int parentheses = enclosing(tokens, rangeFrom, rangeTo);
        int from = rangeFrom + parentheses;
        int to = rangeTo - parentheses;
        int main = Verbs.mainKeyword(tokens, from, to);
        boolean block = isBlock(tokens, from, to);
        return new Statement(tokens, from, to, main, block ? Verb.OTHER : Verbs.verb(tokens, main, to));
    }

    /** How many pairs of parentheses enclose the whole range. */
    private static int enclosing(Tokens tokens, int from, int to) {
        int opens = 0;
        while (from + opens < to && tokens.is(from + opens, TokenKind.OPEN)) {
            opens++;
        }
        int closes = 0;
        while (to - closes > from + opens && tokens.is(to - closes - 1, TokenKind.CLOSE)) {
            closes++;
        }
        int depth = opens;
        int lowest = opens;
        for (int i = from + opens; i < to - closes; i++) {
            if (tokens.is(i, TokenKind.OPEN)) {
                depth++;
            } else if (tokens.is(i, TokenKind.CLOSE)) {
                depth--;
            }
            lowest = Math.min(lowest, depth);
        }
        return depth == closes ? Math.max(0, Math.min(lowest, closes)) : 0;
    }

    @Nullable
    Keyword keyword(int index) {
        return index < from || index >= to ? null : tokens.keyword(index);
    }

    boolean is(int index, Keyword keyword) {
        return keyword(index) == keyword;
    }

    boolean is(int index, TokenKind kind) {
        return index >= from && index < to && tokens.is(index, kind);
    }
}
