package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/**
 * Decides which numbers belong to the structure of a text and stay in its shape: ordinals directly after ORDER BY, GROUP BY and their
 * commas, and the lengths of types in casts and definitions.
 */
final class StructureNumbers {
    private static final long LARGEST_ORDINAL = 999;
    private static final long LARGEST_MODIFIER = 99_999;
    private static final int DEEPEST = 63;

    private int depth;
    /** One bit for each depth of parentheses: whether a list of ORDER BY or GROUP BY is open there. */
    private long ordinalDepths;

    private boolean first;
    private boolean defining;
    private boolean afterType;
    private boolean inModifier;

    // Numbers, for the same reason as in the lexer.
    private int last = TokenKind.END.number();
    private int lastKeyword = Keyword.NONE;

    void reset() {
        depth = 0;
        ordinalDepths = 0;
        first = true;
        defining = false;
        afterType = false;
        inModifier = false;
        last = TokenKind.END.number();
        lastKeyword = Keyword.NONE;
    }

    /** Whether {@code number} stands where it is structure. */
    boolean keeps(long number) {
        if (number < 0 || number > LARGEST_MODIFIER) {
            return false;
        }
        if (inModifier && (follows(TokenKind.OPEN) || follows(TokenKind.COMMA))) {
            return true;
        }
        boolean listed = follows(TokenKind.COMMA) || follows(Keyword.BY);
        return listed && number <= LARGEST_ORDINAL && (ordinalDepths & bit()) != 0;
    }

    /** Sees every token that was written. */
    void after(TokenKind kind, @Nullable Keyword keyword) {
        if (kind == TokenKind.WORD) {
            inModifier = false;
            if (keyword != null) {
                word(keyword);
            }
        } else if (kind == TokenKind.OPEN) {
            open();
        } else if (kind == TokenKind.CLOSE) {
            close();
        } else if (kind == TokenKind.CAST) {
            afterType = true;
        } else if (kind != TokenKind.NUMBER && kind != TokenKind.COMMA) {
            inModifier = false;
            afterType = false;
        }
        last = kind.number();
        lastKeyword = keyword == null ? Keyword.NONE : keyword.number();
        first = false;
    }

    private void word(Keyword keyword) {
        switch (keyword) {
            case BY -> {
                if (follows(Keyword.ORDER) || follows(Keyword.GROUP)) {
                    ordinalDepths |= bit();
                }
            }
            case LIMIT, OFFSET, FETCH, HAVING, FOR, UNION, EXCEPT, INTERSECT, MINUS, WINDOW -> ordinalDepths &= ~bit();
            case CREATE, ALTER -> defining = first;
            case SELECT -> defining = false;
            default -> {}
        }
        boolean typeName = keyword == Keyword.TIME || keyword == Keyword.TIMESTAMP || keyword == Keyword.DATE;
        afterType = keyword == Keyword.AS || (afterType && typeName);
    }

    private void open() {
        inModifier = follows(TokenKind.WORD) && (afterType || defining) && !follows(Keyword.AS);
        afterType = false;
        depth++;
        ordinalDepths &= ~bit();
    }

    private void close() {
        ordinalDepths &= ~bit();
        depth = Math.max(0, depth - 1);
        inModifier = false;
    }

    private boolean follows(TokenKind kind) {
        return last == kind.number();
    }

    private boolean follows(Keyword keyword) {
        return lastKeyword == keyword.number();
    }

    private long bit() {
        return depth > DEEPEST ? 0 : 1L << depth;
    }
}
