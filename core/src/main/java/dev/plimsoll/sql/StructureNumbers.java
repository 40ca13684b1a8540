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
    private TokenKind last = TokenKind.END;
    private @Nullable Keyword lastKeyword;

    void reset() {
        depth = 0;
        ordinalDepths = 0;
        first = true;
        defining = false;
        afterType = false;
        inModifier = false;
        last = TokenKind.END;
        lastKeyword = null;
    }

    /** Whether {@code number} stands where it is structure. */
    boolean keeps(long number) {
        if (number < 0 || number > LARGEST_MODIFIER) {
            return false;
        }
        if (inModifier && (last == TokenKind.OPEN || last == TokenKind.COMMA)) {
            return true;
        }
        boolean listed = last == TokenKind.COMMA || lastKeyword == Keyword.BY;
        return listed && number <= LARGEST_ORDINAL && (ordinalDepths & bit()) != 0;
    }

    /** Sees every token that was written. */
    void after(TokenKind kind, @Nullable Keyword keyword) {
        switch (kind) {
            case WORD -> word(keyword);
            case OPEN -> open();
            case CLOSE -> close();
            case CAST -> afterType = true;
            case NUMBER, COMMA -> {}
            default -> {
                inModifier = false;
                afterType = false;
            }
        }
        last = kind;
        lastKeyword = keyword;
        first = false;
    }

    private void word(@Nullable Keyword keyword) {
        inModifier = false;
        if (keyword == null) {
            return;
        }
        switch (keyword) {
            case BY -> {
                if (lastKeyword == Keyword.ORDER || lastKeyword == Keyword.GROUP) {
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
        inModifier = last == TokenKind.WORD && (afterType || defining) && lastKeyword != Keyword.AS;
        afterType = false;
        depth++;
        ordinalDepths &= ~bit();
    }

    private void close() {
        ordinalDepths &= ~bit();
        depth = Math.max(0, depth - 1);
        inModifier = false;
    }

    private long bit() {
        return depth > DEEPEST ? 0 : 1L << depth;
    }
}
