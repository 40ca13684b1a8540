package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/**
 * Folds neighbouring rows of VALUES that are alike to one, and marks the end of the rows even if there is but one. Rows are told
 * apart by their hashes, so that they may hold anything.
 */
final class RowFolding {
    private enum State {
        IDLE,
        /** After VALUES. */
        ARMED,
        IN_ROW,
        AFTER_ROW,
        AFTER_COMMA
    }

    private final ShapeWriter writer;
    private final Values values;
    private final ShapeWriter.Mark afterLastRow = new ShapeWriter.Mark();

    private State state = State.IDLE;
    private int depth;
    private int rows;
    private long lastRow;
    private int firstValue;
    private int firstSite;
    private boolean onDuplicateKey;

    RowFolding(ShapeWriter writer, Values values) {
        this.writer = writer;
        this.values = values;
    }

    void reset() {
        state = State.IDLE;
        onDuplicateKey = false;
    }

    /** Sees a token before it is written; false if it is not to be written. */
    boolean before(TokenKind kind) {
        if (state == State.AFTER_ROW) {
            if (kind == TokenKind.LIST_MARK) {
                return false;
            }
            if (kind != TokenKind.COMMA) {
                end();
            }
        }
        return true;
    }

    /** Sees a token after it was written. */
    void after(TokenKind kind, @Nullable Keyword keyword) {
        if (state == State.IDLE) {
            if (keyword != null) {
                idle(keyword);
            }
            return;
        }
        switch (state) {
            case ARMED, AFTER_COMMA -> beforeRow(kind, keyword);
            case IN_ROW -> inRow(kind);
            case AFTER_ROW -> state = kind == TokenKind.COMMA ? State.AFTER_COMMA : State.AFTER_ROW;
            default -> {}
        }
    }

    /** After ON DUPLICATE KEY, {@code values(column)} is a function. */
    private void idle(Keyword keyword) {
        if (keyword == Keyword.VALUES && !onDuplicateKey) {
            state = State.ARMED;
            rows = 0;
        } else if (keyword == Keyword.DUPLICATE) {
            onDuplicateKey = true;
        }
    }

    private void beforeRow(TokenKind kind, @Nullable Keyword keyword) {
        if (kind == TokenKind.OPEN) {
            state = State.IN_ROW;
            depth = 0;
            firstValue = values.count();
            firstSite = values.nextSite();
            writer.beginRow();
        } else if (keyword != Keyword.ROW) {
            state = State.IDLE;
        }
    }

    private void inRow(TokenKind kind) {
        if (kind == TokenKind.OPEN) {
            depth++;
        } else if (kind == TokenKind.CLOSE && depth-- == 0) {
            endRow();
        }
    }

    private void endRow() {
        long row = writer.endRow();
        if (rows > 0 && row == lastRow) {
            writer.restore(afterLastRow);
            values.foldRow(firstValue, values.nextSite() - firstSite);
        } else {
            writer.save(afterLastRow);
            lastRow = row;
        }
        values.rows(++rows);
        state = State.AFTER_ROW;
    }

    /** Ends the rows that are open at the end of a statement or a text. */
    void end() {
        if (state == State.AFTER_ROW) {
            writer.implied(TokenKind.LIST_MARK);
        } else if (state == State.IN_ROW) {
            writer.endRow();
        }
        state = State.IDLE;
    }
}
