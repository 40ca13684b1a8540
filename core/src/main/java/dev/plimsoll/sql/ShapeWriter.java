package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/**
 * Takes the tokens of a shape: always hashes them, writes them out only if asked to. Can go back to a mark, by which lists are
 * folded without looking ahead.
 */
final class ShapeWriter {
    private static final long ROW_SEED = 0x2545F4914F6CDD1DL;

    /** A place in the shape to go back to. */
    static final class Mark {
        private long hash;
        private int length;
        private TokenKind last = TokenKind.END;
        private boolean tight;
    }

    private long hash;
    private long outerHash;
    private @Nullable StringBuilder text;
    private TokenKind last = TokenKind.END;
    /** Whether the next token stands close to the last one, whatever it is. */
    private boolean tight;

    /** Whether the last token is a name, after which a parenthesis stands close. */
    private boolean named;

    void reset(@Nullable StringBuilder newText) {
        hash = Hash.SEED;
        text = newText;
        last = TokenKind.END;
        tight = true;
    }

    long fingerprint() {
        return Hash.finish(hash);
    }

    void save(Mark mark) {
        mark.hash = hash;
        if (text != null) {
            mark.last = last;
            mark.tight = tight;
            mark.length = text.length();
        }
    }

    void restore(Mark mark) {
        hash = mark.hash;
        if (text != null) {
            last = mark.last;
            tight = mark.tight;
            named = false;
            text.setLength(mark.length);
        }
    }

    /** From here to {@link #endRow} tokens are hashed on their own, so that rows can be compared. */
    void beginRow() {
        outerHash = hash;
        hash = ROW_SEED;
    }

    /** The hash of the row. */
    long endRow() {
        long row = hash;
        hash = Hash.combine(outerHash, row);
        return row;
    }

    /** Writes {@code token} as a token of {@code kind}. */
    void token(TokenKind kind, Token token) {
        hash = Hash.combine(hash, kind.hash(token.hash()));
        if (text != null) {
            write(kind, token, text);
        }
    }

    /** Writes a token that the text does not show here: punctuation, {@code ?} or the mark of a list. */
    void implied(TokenKind kind) {
        hash = Hash.combine(hash, kind.hash(0));
        if (text != null) {
            space(kind, text);
            text.append(impliedText(kind));
            tight = kind == TokenKind.OPEN;
            named = false;
            last = kind;
        }
    }

    private static String impliedText(TokenKind kind) {
        return switch (kind) {
            case VALUE -> "?";
            case OPEN -> "(";
            case CLOSE -> ")";
            case COMMA -> ",";
            case SEMICOLON -> ";";
            case LIST_MARK -> "..";
            default -> "";
        };
    }

    private void write(TokenKind kind, Token token, StringBuilder out) {
        space(kind, out);
        String rendering = token.rendering();
        if (kind == TokenKind.VALUE) {
            out.append('?');
        } else if (rendering != null) {
            out.append(rendering);
        } else if (kind == TokenKind.WORD) {
            token.appendLowerCase(out);
        } else {
            out.append(token.text(), token.start(), token.end());
        }
        last = kind;
        tight = isTightAfter(kind, token);
        named = kind == TokenKind.QUOTED || (kind == TokenKind.WORD && isName(token.keyword()));
    }

    private static boolean isName(@Nullable Keyword keyword) {
        boolean operator = keyword == Keyword.CAST || keyword == Keyword.EXTRACT || keyword == Keyword.ANY;
        return keyword == null || operator || !(keyword.isConstruct() || keyword.isPrefix());
    }

    private static boolean isTightAfter(TokenKind kind, Token token) {
        return switch (kind) {
            case OPEN, OPEN_BRACKET, DOT, CAST -> true;
            case OPERATOR -> token.isSign() && !token.afterOperand();
            default -> false;
        };
    }

    private void space(TokenKind next, StringBuilder out) {
        boolean operators = last == TokenKind.OPERATOR && next == TokenKind.OPERATOR;
        if (operators || !(tight || isTightBefore(next))) {
            out.append(' ');
        }
    }

    private boolean isTightBefore(TokenKind next) {
        return switch (next) {
            case COMMA, CLOSE, CLOSE_BRACKET, DOT, CAST, SEMICOLON, LIST_MARK, PARTIAL -> true;
            case OPEN -> named;
            case OPEN_BRACKET -> last != TokenKind.OPERATOR && last != TokenKind.COMMA;
            default -> false;
        };
    }
}
