package dev.plimsoll.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what limits and orders the query blocks of a statement. Walks its tokens once; a block is what stands between a pair of
 * parentheses, set operations included.
 */
final class LimitReader {
    private static final Set<String> AGGREGATES =
            Set.of("count", "sum", "min", "max", "avg", "every", "bool_and", "bool_or", "string_agg", "array_agg");
    /** Words of ORDER BY that name nothing. */
    private static final Set<String> MODIFIERS = Set.of("collate", "binary", "siblings");

    private final Tokens tokens;
    private final List<LimitedBlock> limited = new ArrayList<>();
    private final Set<String> orderedTables = new HashSet<>();
    private QueryBlock block = new QueryBlock(null, -1);
    private final QueryBlock outermost = block;

    private LimitReader(Statement statement) {
        this.tokens = statement.tokens();
    }

    static LimitReader read(Statement statement) {
        LimitReader reader = new LimitReader(statement);
        for (int i = statement.from(); i < statement.to(); i++) {
            reader.step(i);
        }
        while (reader.block != reader.outermost) {
            reader.close();
        }
        reader.judge();
        return reader;
    }

    QueryBlock outermost() {
        return outermost;
    }

    /** The blocks that are limited and not ordered. */
    List<LimitedBlock> limited() {
        return limited;
    }

    private void step(int i) {
        switch (tokens.kind(i)) {
            case OPEN -> block = new QueryBlock(block, i);
            case CLOSE -> {
                if (block != outermost) {
                    close();
                }
            }
            case NUMBER, QUOTED -> block.name();
            case WORD -> {
                Keyword keyword = tokens.keyword(i);
                if (keyword == null) {
                    word(i);
                } else {
                    keyword(i, keyword);
                }
            }
            default -> {}
        }
    }

    private void word(int i) {
        boolean modifier = MODIFIERS.contains(tokens.text(i)) || tokens.is(i - 1, Keyword.NULLS);
        if (!modifier) {
            block.name();
        }
        boolean table = block.isIn(QueryBlock.Clause.FROM) && orderedTables.contains(tokens.text(i));
        if (table) {
            block.readsOrdered();
        }
        if (tokens.is(i + 1, TokenKind.OPEN) && AGGREGATES.contains(tokens.text(i))) {
            block.query().aggregates();
        }
    }

    private void keyword(int i, Keyword keyword) {
        switch (keyword) {
            case SELECT, VALUES, TABLE -> block.begin(keyword, isConstant(i));
            case OVER -> block.query().aggregatesNot();
            case FROM, JOIN, APPLY -> block.enter(QueryBlock.Clause.FROM);
            case WHERE, HAVING, SET, ON, UNION, EXCEPT, INTERSECT, MINUS -> block.enter(QueryBlock.Clause.OTHER);
            case FOR -> block.enter(QueryBlock.Clause.OTHER);
            case GROUP -> group(i);
            case ORDER -> block.enter(QueryBlock.Clause.ORDER);
            case SKIP -> block.skipsLocked();
            case LIMIT -> limit(i);
            case OFFSET -> offset(i);
            case FETCH -> fetch(i);
            case TOP -> top(i);
            default -> {
                if (!keyword.isPrefix() && !isNoName(keyword) && !tokens.is(i + 1, TokenKind.VALUE)) {
                    block.name();
                }
            }
        }
    }

    private static boolean isNoName(Keyword keyword) {
        return switch (keyword) {
            case ASC, DESC, NULLS, NULL, TRUE, FALSE, END, CAST -> true;
            default -> false;
        };
    }

    /** Whether the select list at {@code i} is one value: the idiom of existence checks. */
    private boolean isConstant(int i) {
        boolean value =
                tokens.is(i + 1, TokenKind.VALUE) || tokens.is(i + 1, Keyword.TRUE) || tokens.is(i + 1, Keyword.NULL);
        int after = tokens.is(i + 2, Keyword.AS) ? i + 4 : tokens.isName(i + 2) ? i + 3 : i + 2;
        return value && tokens.is(after, Keyword.FROM);
    }

    private void group(int i) {
        if (tokens.is(i + 1, Keyword.BY)) {
            block.groups();
        }
    }

    private void limit(int i) {
        int value = tokens.is(i + 1, TokenKind.OPEN) ? i + 2 : i + 1;
        boolean none = tokens.is(value, Keyword.ALL) || tokens.is(value, Keyword.NULL);
        boolean count = tokens.is(value, TokenKind.VALUE) || tokens.is(value, TokenKind.OPEN) || value > i + 1;
        if (none || !count) {
            return;
        }
        boolean offsetFirst = tokens.is(i + 1, TokenKind.VALUE) && tokens.is(i + 2, TokenKind.COMMA);
        if (offsetFirst) {
            block.offset(tokens.site(i + 1));
            block.limit(tokens.site(i + 3));
        } else {
            block.limit(isPlain(value) ? tokens.site(value) : QueryBlock.UNKNOWN);
        }
    }

    private void top(int i) {
        int value = tokens.is(i + 1, TokenKind.OPEN) ? i + 2 : i + 1;
        if (tokens.is(value, TokenKind.VALUE)) {
            boolean percent = tokens.is(value + (value - i), Keyword.PERCENT);
            block.limit(percent ? QueryBlock.UNKNOWN : tokens.site(value));
        }
    }

    /** Whether the value is a number of rows by itself and not part of an expression or a percentage. */
    private boolean isPlain(int value) {
        int next = value + 1;
        while (tokens.is(next, TokenKind.CLOSE)) {
            next++;
        }
        return !tokens.is(next, TokenKind.OPERATOR) && !tokens.is(next, Keyword.PERCENT);
    }

    private void offset(int i) {
        int value = tokens.is(i + 1, TokenKind.OPEN) ? i + 2 : i + 1;
        if (tokens.is(value, TokenKind.VALUE)) {
            block.offset(isPlain(value) ? tokens.site(value) : QueryBlock.UNKNOWN);
        }
    }

    private void fetch(int i) {
        if (!tokens.isAny(i + 1, Keyword.FIRST, Keyword.NEXT)) {
            return;
        }
        int value = tokens.is(i + 2, TokenKind.OPEN) ? i + 3 : i + 2;
        if (tokens.is(value, TokenKind.VALUE)) {
            block.limit(isPlain(value) ? tokens.site(value) : QueryBlock.UNKNOWN);
        } else {
            block.limit(QueryBlock.ONE);
        }
    }

    private void close() {
        judge();
        QueryBlock closed = block;
        block = closed.outer();
        if (closed.isQuery() && closed.isOrdered()) {
            int open = closed.open();
            if (block.isIn(QueryBlock.Clause.FROM) && !tokens.is(open - 1, Keyword.IN)) {
                block.readsOrdered();
            } else if (commonTable(open) >= 0) {
                orderedTables.add(tokens.text(commonTable(open)));
            }
        }
    }

    /** The name of the common table whose body opens at {@code open}, or -1. */
    private int commonTable(int open) {
        int as = open - 1;
        while (tokens.isAny(as, Keyword.MATERIALIZED, Keyword.NOT)) {
            as--;
        }
        return tokens.is(as, Keyword.AS) && tokens.isName(as - 1) ? as - 1 : -1;
    }

    private void judge() {
        boolean exists = tokens.is(block.open() - 1, Keyword.EXISTS);
        if (block.isQuery() && block.needsOrder() && !exists) {
            LimitOrder order = block.isReadingOrdered() ? LimitOrder.INNER_ORDER_ONLY : LimitOrder.UNORDERED;
            limited.add(new LimitedBlock(block.limitSite(), order));
        }
    }
}
