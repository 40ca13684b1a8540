package dev.plimsoll.sql;

/** The kinds of token that a text, or its shape, is made of. */
enum TokenKind {
    /** A keyword or an unquoted identifier. */
    WORD(true, true),
    /** A quoted identifier. */
    QUOTED(true, true),
    /** A literal or a placeholder. */
    VALUE(true, false),
    /** A number that is structure rather than a value: an ordinal of ORDER BY, the length of a type. */
    NUMBER(true, true),
    OPERATOR(false, true),
    OPEN,
    CLOSE(true, false),
    OPEN_BRACKET,
    CLOSE_BRACKET(true, false),
    COMMA,
    DOT,
    /** The cast operator {@code ::}. */
    CAST,
    SEMICOLON,
    /** The start of a hint comment. */
    HINT_OPEN,
    /** The start of a comment whose content MySQL executes. */
    EXECUTABLE_OPEN(false, true),
    /** The end of either. */
    HINT_CLOSE,
    /** The {@code ..} by which a shape says that a list may be of any length. */
    LIST_MARK(true, false),
    /** The place where a text breaks off inside a string, a quoted identifier or a comment. */
    PARTIAL,
    END;

    private final boolean endsOperand;
    private final boolean spelt;
    private final long hash = Hash.finish(Hash.of(name()));

    TokenKind() {
        this(false, false);
    }

    TokenKind(boolean endsOperand, boolean spelt) {
        this.endsOperand = endsOperand;
        this.spelt = spelt;
    }

    /** Whether an operand ends with this kind of token, so that a sign or a {@code ?} that follows is an operator. */
    boolean endsOperand() {
        return endsOperand;
    }

    /** The hash of a token of this kind in a shape, whose characters have the hash {@code spelling}. */
    long hash(long spelling) {
        return spelt ? hash ^ spelling : hash;
    }

    /** A number that stands for this kind where a reference would cost too much. */
    @SuppressWarnings("EnumOrdinal") // Never leaves the process, so that another order does no harm.
    int number() {
        return ordinal();
    }
}
