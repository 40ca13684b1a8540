package dev.plimsoll.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The tokens of a shape, without its hints, for readers that look back and ahead. Beyond both ends there are END tokens. */
final class Tokens {
    private static final int INITIAL = 64;

    private final String shape;
    private TokenKind[] kinds = new TokenKind[INITIAL];
    private @Nullable Keyword[] keywords = new @Nullable Keyword[INITIAL];
    private int[] starts = new int[INITIAL];
    private int[] ends = new int[INITIAL];
    private int[] sites = new int[INITIAL];
    private int size;
    private int siteCount;
    private boolean partial;
    private boolean executable;

    private Tokens(String shape) {
        this.shape = shape;
    }

    /** Reads {@code shape}, which must be whole. */
    static Tokens of(String shape, Dialect dialect) {
        Tokens tokens = new Tokens(shape);
        Lexer lexer = new Lexer(dialect);
        lexer.reset(shape);
        boolean hint = false;
        for (TokenKind kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            switch (kind) {
                case HINT_OPEN -> hint = true;
                case EXECUTABLE_OPEN -> tokens.executable = true;
                case HINT_CLOSE -> hint = false;
                case PARTIAL -> tokens.partial = true;
                case VALUE -> tokens.add(isStructure(lexer.token()) ? TokenKind.NUMBER : kind, lexer.token(), hint);
                default -> tokens.add(kind, lexer.token(), hint);
            }
        }
        return tokens;
    }

    /** A number in a shape is there because it is structure. */
    private static boolean isStructure(Token token) {
        return token.text().charAt(token.start()) != '?';
    }

    private void add(TokenKind kind, Token token, boolean hint) {
        int site = kind == TokenKind.VALUE ? siteCount++ : -1;
        if (hint) {
            return;
        }
        if (size == starts.length) {
            grow();
        }
        kinds[size] = kind;
        keywords[size] = token.keyword();
        starts[size] = token.start();
        ends[size] = token.end();
        sites[size] = site;
        size++;
    }

    private void grow() {
        kinds = Arrays.copyOf(kinds, size * 2);
        keywords = Arrays.copyOf(keywords, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
        sites = Arrays.copyOf(sites, size * 2);
    }

    int size() {
        return size;
    }

    int siteCount() {
        return siteCount;
    }

    boolean isPartial() {
        return partial;
    }

    /** Whether a part of the text is a comment that MySQL executes, perhaps. */
    boolean isExecutable() {
        return executable;
    }

    TokenKind kind(int index) {
        return index < 0 || index >= size ? TokenKind.END : kinds[index];
    }

    boolean is(int index, TokenKind kind) {
        return kind(index) == kind;
    }

    @Nullable
    Keyword keyword(int index) {
        return index < 0 || index >= size ? null : keywords[index];
    }

    boolean is(int index, Keyword keyword) {
        return keyword(index) == keyword;
    }

    /** Whether the token is one of an enumerated few keywords. */
    boolean isAny(int index, Keyword first, Keyword... others) {
        Keyword keyword = keyword(index);
        return keyword != null && (keyword == first || Arrays.asList(others).contains(keyword));
    }

    /** The number of the value that the token is, or -1. */
    int site(int index) {
        return index < 0 || index >= size ? -1 : sites[index];
    }

    String text(int index) {
        return index < 0 || index >= size ? "" : shape.substring(starts[index], ends[index]);
    }

    boolean hasText(int index, String text) {
        return index >= 0
                && index < size
                && ends[index] - starts[index] == text.length()
                && shape.startsWith(text, starts[index]);
    }

    /** Whether the token is a name: a quoted identifier, or a word that is no keyword. */
    boolean isName(int index) {
        return is(index, TokenKind.QUOTED) || (is(index, TokenKind.WORD) && keyword(index) == null);
    }

    /** Whether the token can serve as a name where one is due: many keywords do. */
    boolean isWordOrName(int index) {
        return is(index, TokenKind.QUOTED) || is(index, TokenKind.WORD);
    }

    /** The index after the qualified name that begins at {@code index}. */
    int qualifiedNameEnd(int index) {
        int i = index + 1;
        while (is(i, TokenKind.DOT)) {
            i++;
            if (isWordOrName(i)) {
                i++;
            }
        }
        return i;
    }

    /** The index of the first part of the qualified name that ends with {@code index}. */
    int qualifiedNameStart(int index) {
        int i = index;
        while (is(i - 1, TokenKind.DOT) && i >= 2 && (isWordOrName(i - 2) || is(i - 2, TokenKind.DOT))) {
            i -= is(i - 2, TokenKind.DOT) ? 1 : 2;
        }
        return i;
    }

    /** The text from one token up to, not including, another. */
    String text(int from, int to) {
        return shape.substring(starts[from], ends[to - 1]);
    }

    /** The last part of a name, without quotes. */
    String unquoted(int index) {
        String name = text(index);
        return is(index, TokenKind.QUOTED) ? name.substring(1, name.length() - 1) : name;
    }
}
