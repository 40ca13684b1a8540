package dev.plimsoll.sql;

/** The kinds of token that a text, or its shape, is made of. */
enum TokenKind {
    /** A keyword or an unquoted identifier. */
    WORD,
    /** A quoted identifier. */
    QUOTED,
    /** A literal or a placeholder. */
    VALUE,
    /** A number that is structure rather than a value: an ordinal of ORDER BY, the length of a type. */
    NUMBER,
    OPERATOR,
    OPEN,
    CLOSE,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    COMMA,
    DOT,
    /** The cast operator {@code ::}. */
    CAST,
    SEMICOLON,
    /** The start of a hint comment. */
    HINT_OPEN,
    /** The start of a comment whose content MySQL executes. */
    EXECUTABLE_OPEN,
    /** The end of either. */
    HINT_CLOSE,
    /** The {@code ..} by which a shape says that a list may be of any length. */
    LIST_MARK,
    /** The place where a text breaks off inside a string, a quoted identifier or a comment. */
    PARTIAL,
    END;

    /** Whether an operand ends with this kind of token, so that a sign or a {@code ?} that follows is an operator. */
    boolean endsOperand() {
        return switch (this) {
            case VALUE, NUMBER, QUOTED, WORD, CLOSE, CLOSE_BRACKET, LIST_MARK -> true;
            default -> false;
        };
    }
}
