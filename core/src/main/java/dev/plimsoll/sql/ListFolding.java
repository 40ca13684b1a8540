package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/**
 * Folds {@code in (?, ?, …)}, {@code in ((?, ?), …)} and {@code array[?, …]} to one element and a mark, whatever their length. The
 * elements are written as they come; once the list turns out to hold values only (signed or casted at most), the writer goes back to
 * its beginning. A list cannot hold another one that folds, so that one state is enough.
 */
final class ListFolding {
    private enum State {
        IDLE,
        /** After IN or ARRAY. */
        ARMED,
        /** Where an element begins. */
        ELEMENT,
        /** After {@code date}, {@code time} or {@code timestamp}. */
        TYPED,
        AFTER_ELEMENT,
        /** Within {@code ::type}. */
        SUFFIX,
        CAST_OPEN,
        CAST_VALUE,
        CAST_AS,
        CAST_TYPE
    }

    private final ShapeWriter writer;
    private final Values values;
    private final ShapeWriter.Mark mark = new ShapeWriter.Mark();

    private State state = State.IDLE;
    private TokenKind close = TokenKind.CLOSE;
    private int firstValue;
    private int firstSite;
    private int width;
    private int rowStart;
    private boolean inRow;
    private boolean afterRow;
    private int typeDepth;

    ListFolding(ShapeWriter writer, Values values) {
        this.writer = writer;
        this.values = values;
    }

    void reset() {
        state = State.IDLE;
    }

    /** Sees a token before it is written. */
    void before(TokenKind kind, @Nullable Keyword keyword, Token token) {
        if (state == State.IDLE) {
            if (keyword == Keyword.IN || keyword == Keyword.ARRAY) {
                state = State.ARMED;
            }
            return;
        }
        state = switch (state) {
            case ARMED -> kind == TokenKind.OPEN || kind == TokenKind.OPEN_BRACKET ? open(kind) : State.IDLE;
            case ELEMENT -> element(kind, keyword, token);
            case TYPED -> kind == TokenKind.VALUE ? State.AFTER_ELEMENT : State.IDLE;
            case AFTER_ELEMENT -> afterElement(kind);
            case SUFFIX -> suffix(kind);
            case CAST_OPEN -> kind == TokenKind.OPEN ? State.CAST_VALUE : State.IDLE;
            case CAST_VALUE -> castValue(kind, token);
            case CAST_AS -> keyword == Keyword.AS ? State.CAST_TYPE : State.IDLE;
            case CAST_TYPE -> castType(kind);
            case IDLE -> State.IDLE;
        };
        if (state == State.IDLE && (keyword == Keyword.IN || keyword == Keyword.ARRAY)) {
            state = State.ARMED;
        }
    }

    private State open(TokenKind kind) {
        close = kind == TokenKind.OPEN ? TokenKind.CLOSE : TokenKind.CLOSE_BRACKET;
        firstValue = -1;
        width = 0;
        inRow = false;
        afterRow = false;
        typeDepth = 0;
        return State.ELEMENT;
    }

    /** The mark lies before the first element, which is known only when its first token comes. */
    private void begin() {
        if (firstValue < 0) {
            writer.save(mark);
            firstValue = values.count();
            firstSite = values.nextSite();
        }
    }

    private State element(TokenKind kind, @Nullable Keyword keyword, Token token) {
        begin();
        boolean scalar = inRow || !afterRow;
        if (kind == TokenKind.VALUE && scalar) {
            return State.AFTER_ELEMENT;
        }
        if (kind == TokenKind.OPEN && !inRow && (width == 0 || afterRow)) {
            inRow = true;
            rowStart = values.count();
            return State.ELEMENT;
        }
        if (!scalar) {
            return State.IDLE;
        }
        if (kind == TokenKind.OPERATOR && token.isSign()) {
            return State.ELEMENT;
        }
        if (keyword == Keyword.CAST) {
            return State.CAST_OPEN;
        }
        boolean typed = keyword == Keyword.DATE || keyword == Keyword.TIME || keyword == Keyword.TIMESTAMP;
        return typed ? State.TYPED : State.IDLE;
    }

    private State afterElement(TokenKind kind) {
        if (kind == TokenKind.CAST) {
            return State.SUFFIX;
        }
        if (kind == TokenKind.LIST_MARK) {
            return State.AFTER_ELEMENT;
        }
        if (inRow && kind == TokenKind.CLOSE) {
            return endRow() ? State.AFTER_ELEMENT : State.IDLE;
        }
        if (!inRow && !afterRow) {
            width = 1;
        }
        if (kind == TokenKind.COMMA) {
            return State.ELEMENT;
        }
        if (kind == close && !inRow) {
            fold();
        }
        return State.IDLE;
    }

    private boolean endRow() {
        int rowWidth = values.count() - rowStart;
        boolean alike = width == 0 || width == rowWidth;
        width = rowWidth;
        inRow = false;
        afterRow = true;
        return alike;
    }

    private void fold() {
        writer.restore(mark);
        if (afterRow) {
            writer.implied(TokenKind.OPEN);
        }
        writer.implied(TokenKind.VALUE);
        for (int i = 1; i < width; i++) {
            writer.implied(TokenKind.COMMA);
            writer.implied(TokenKind.VALUE);
        }
        if (afterRow) {
            writer.implied(TokenKind.CLOSE);
        }
        writer.implied(TokenKind.LIST_MARK);
        values.foldList(firstValue, firstSite, width);
    }

    private State suffix(TokenKind kind) {
        return switch (kind) {
            case WORD, QUOTED, NUMBER, DOT, OPEN_BRACKET, CAST -> State.SUFFIX;
            case OPEN -> {
                typeDepth++;
                yield State.SUFFIX;
            }
            case COMMA -> typeDepth > 0 ? State.SUFFIX : afterElement(kind);
            case CLOSE_BRACKET -> close == kind ? closeArrayType() : State.SUFFIX;
            case CLOSE -> {
                if (typeDepth == 0) {
                    yield afterElement(kind);
                }
                typeDepth--;
                yield State.SUFFIX;
            }
            default -> State.IDLE;
        };
    }

    /** A bracket after {@code array[?::int} ends the list: types of arrays are not looked into there. */
    private State closeArrayType() {
        return typeDepth > 0 ? State.IDLE : afterElement(TokenKind.CLOSE_BRACKET);
    }

    private State castValue(TokenKind kind, Token token) {
        if (kind == TokenKind.VALUE) {
            return State.CAST_AS;
        }
        return kind == TokenKind.OPERATOR && token.isSign() ? State.CAST_VALUE : State.IDLE;
    }

    private State castType(TokenKind kind) {
        return switch (kind) {
            case WORD, QUOTED, NUMBER, DOT, COMMA, OPEN_BRACKET, CLOSE_BRACKET -> State.CAST_TYPE;
            case OPEN -> {
                typeDepth++;
                yield State.CAST_TYPE;
            }
            case CLOSE -> {
                if (typeDepth == 0) {
                    yield State.AFTER_ELEMENT;
                }
                typeDepth--;
                yield State.CAST_TYPE;
            }
            default -> State.IDLE;
        };
    }
}
