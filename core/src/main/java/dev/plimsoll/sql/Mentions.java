package dev.plimsoll.sql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words, calls and operators of a text of any kind, the body of a function as well.
 *
 * @param words names and keywords, lower-cased and without quotes
 * @param calls those of them that a parenthesis follows
 * @param operators the symbols
 */
record Mentions(Set<String> words, Set<String> calls, Set<String> operators) {

    static Mentions of(String text, Dialect dialect) {
        Mentions mentions = new Mentions(new HashSet<>(), new HashSet<>(), new HashSet<>());
        Lexer lexer = new Lexer(dialect);
        lexer.reset(text);
        String previous = "";
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            Token token = lexer.token();
            String spelt = text.substring(token.start(), token.end());
            if (kind == TokenKind.OPEN && !previous.isEmpty()) {
                mentions.calls.add(previous);
            }
            previous = kind == TokenKind.WORD || kind == TokenKind.QUOTED ? word(spelt) : "";
            if (!previous.isEmpty()) {
                mentions.words.add(previous);
            } else if (kind == TokenKind.OPERATOR) {
                mentions.operators.add(spelt);
            }
        }
        return mentions;
    }

    private static String word(String spelt) {
        String bare = spelt.length() > 1 && spelt.charAt(0) == '"' ? spelt.substring(1, spelt.length() - 1) : spelt;
        return bare.replace("\"\"", "\"").toLowerCase(Locale.ROOT);
    }

    /** Whether any word or operator is what {@code suspect} says. */
    boolean any(Predicate<String> suspect) {
        return words.stream().anyMatch(suspect) || operators.stream().anyMatch(suspect);
    }
}
