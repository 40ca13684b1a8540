package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/** The token that a lexer has read last; the next one takes its place. */
final class Token {
    private final Cursor cursor;
    private final LexicalRules rules;

    // Kind and keyword are kept as numbers: to store a reference for each token costs more than to read the token.
    private int kind;
    private int keyword;
    private int start;
    private int end;
    private boolean endsOperand;
    private boolean afterOperand;
    private long hash;
    private long number;
    private int parameter;
    private @Nullable String rendering;

    Token(Cursor cursor, LexicalRules rules) {
        this.cursor = cursor;
        this.rules = rules;
        reset();
    }

    void reset() {
        kind = TokenKind.END.number();
        keyword = Keyword.NONE;
        end = 0;
        endsOperand = false;
        afterOperand = false;
        rendering = null;
    }

    /** Makes way for the next token; until {@link #end(TokenKind)} this still has the kind and the end of the one before. */
    void begin() {
        afterOperand = endsOperand && (keyword < 0 || !Keyword.ofNumber(keyword).isPrefix());
        keyword = Keyword.NONE;
        rendering = null;
    }

    void startsAt(int position) {
        start = position;
    }

    /** The token ends at the cursor. */
    TokenKind end(TokenKind newKind) {
        kind = newKind.number();
        endsOperand = newKind.endsOperand();
        end = cursor.position();
        return newKind;
    }

    boolean is(TokenKind other) {
        return kind == other.number();
    }

    String text() {
        return cursor.text();
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** A name that varies like a value, be it a keyword too: what follows it follows an operand, as it will in the shape. */
    void standsForValue() {
        endsOperand = true;
        keyword = Keyword.NONE;
    }

    boolean endsOperand() {
        return endsOperand;
    }

    /** Whether the token before this one ends an operand. */
    boolean afterOperand() {
        return afterOperand;
    }

    /** Whether this is a plus or a minus. */
    boolean isSign() {
        return is(TokenKind.OPERATOR) && end == start + 1 && Operators.isSign(text().charAt(start));
    }

    /** The keyword that this word is, or null. */
    @Nullable
    Keyword keyword() {
        return keyword < 0 ? null : Keyword.ofNumber(keyword);
    }

    void keyword(int newKeyword) {
        keyword = newKeyword;
    }

    /** Hash of the characters: of the lower-cased ones if this is a word. */
    long hash() {
        return hash;
    }

    void hash(long newHash) {
        hash = newHash;
    }

    /** The value of a literal that is a whole number without a sign, otherwise -1. */
    long number() {
        return number;
    }

    /** For a value: -1 if it is the next JDBC parameter, n if it is the JDBC parameter n, 0 if it is none. */
    int parameter() {
        return parameter;
    }

    void literal(long newHash, long newNumber) {
        hash = newHash;
        number = newNumber;
        parameter = 0;
    }

    void parameter(int newParameter) {
        parameter = newParameter;
    }

    /** What stands for this token in a shape, if that is not its own text. */
    @Nullable
    String rendering() {
        return rendering;
    }

    /** Sets or, with null, takes away the rendering. */
    void rendering(@Nullable String newRendering) {
        rendering = newRendering;
    }

    void appendLowerCase(StringBuilder out) {
        for (int i = start; i < end; i++) {
            out.append(rules.wordPart(text().charAt(i)));
        }
    }
}
