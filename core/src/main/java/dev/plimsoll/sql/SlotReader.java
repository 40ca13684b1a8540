package dev.plimsoll.sql;

import dev.plimsoll.sql.Slot.Role;
import org.jspecify.annotations.Nullable;

/** Tells the role and the column of every value of a shape by the tokens around it. */
final class SlotReader {
    private final Tokens tokens;
    private final Sites sites;
    private SlotScope scope = new SlotScope(null, -1);
    private @Nullable SlotScope lastClosed;
    private int lists;

    private SlotReader(Tokens tokens) {
        this.tokens = tokens;
        this.sites = new Sites(tokens.siteCount());
    }

    static Sites read(Tokens tokens) {
        SlotReader reader = new SlotReader(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            reader.step(i);
        }
        return reader.sites;
    }

    private void step(int i) {
        switch (tokens.kind(i)) {
            case OPEN -> open(i);
            case CLOSE -> close(i);
            case COMMA -> scope.endItem(tokens, i);
            case SEMICOLON -> scope = new SlotScope(null, i);
            case VALUE -> value(i);
            case WORD -> {
                Keyword keyword = tokens.keyword(i);
                if (keyword != null) {
                    scope.keyword(keyword, tokens.keyword(i - 1));
                }
            }
            default -> {}
        }
    }

    private void open(int i) {
        SlotScope inner = new SlotScope(scope, i);
        Role comparison = comparison(i - 1);
        if (tokens.is(i - 1, Keyword.IN)) {
            inner.list(lists++, columnBefore(tokens.is(i - 2, Keyword.NOT) ? i - 2 : i - 1));
        } else if (scope.isList() && (tokens.is(i - 1, TokenKind.OPEN) || tokens.is(i - 1, TokenKind.COMMA))) {
            inner.list(scope.list(), null);
        } else if (comparison != null && tokens.is(i - 2, TokenKind.CLOSE) && lastClosed != null) {
            inner.row(scope.isAssigning() ? Role.OTHER : comparison, lastClosed);
        } else if (scope.isValues() && scope.insertColumns() != null) {
            inner.row(Role.OTHER, scope.insertColumns());
        }
        scope = inner;
    }

    private void close(int i) {
        scope.endItem(tokens, i);
        lastClosed = scope;
        scope = scope.outer();
        scope.closed(lastClosed);
    }

    private void value(int i) {
        int site = tokens.site(i);
        if (scope.isList()) {
            sites.set(site, Role.IN, scope.column(), scope.list());
            return;
        }
        Role row = scope.rowRole();
        if (row != null && !tokens.is(i + 1, TokenKind.OPERATOR)) {
            sites.set(site, row, scope.rowColumn(), Sites.NO_LIST);
            return;
        }
        int left = leftOf(i);
        if (!compareLeft(site, left)) {
            compareRight(site, i);
        }
    }

    /** The token left of a value, beyond its sign, its type and the parentheses of a cast or of nothing. */
    private int leftOf(int value) {
        int left = value - 1;
        while (true) {
            boolean sign = tokens.hasText(left, "-") && tokens.is(left - 1, TokenKind.OPERATOR);
            if (sign || isTypeOfLiteral(left)) {
                left--;
            } else if (tokens.is(left, TokenKind.OPEN) && tokens.is(left - 1, Keyword.CAST)) {
                left -= 2;
            } else if (tokens.is(left, TokenKind.OPEN) && comparison(left - 1) != null) {
                left--;
            } else {
                return left;
            }
        }
    }

    private boolean isTypeOfLiteral(int index) {
        return tokens.isAny(index, Keyword.DATE, Keyword.TIME, Keyword.TIMESTAMP, Keyword.INTERVAL);
    }

    private boolean compareLeft(int site, int left) {
        Role role = comparison(left);
        if (role != null) {
            sites.set(site, scope.isAssigning() ? Role.OTHER : role, columnBefore(left), Sites.NO_LIST);
            return true;
        }
        if (tokens.is(left, Keyword.BETWEEN) || tokens.is(left, Keyword.SYMMETRIC)) {
            int between = tokens.is(left, Keyword.SYMMETRIC) ? left - 1 : left;
            String column = columnBefore(tokens.is(between - 1, Keyword.NOT) ? between - 1 : between);
            scope.between(column);
            sites.set(site, Role.RANGE, column, Sites.NO_LIST);
            return true;
        }
        if (tokens.is(left, Keyword.AND) && scope.isBetween()) {
            sites.set(site, Role.RANGE, scope.endBetween(), Sites.NO_LIST);
            return true;
        }
        return compareLoosely(site, left);
    }

    /** LIKE and {@code = ANY(?)}, which name a column but are no equality. */
    private boolean compareLoosely(int site, int left) {
        if (tokens.is(left, TokenKind.OPEN)) {
            return compareArray(site, left - 1);
        }
        if (tokens.isAny(left, Keyword.LIKE, Keyword.ILIKE)) {
            int operator = tokens.is(left - 1, Keyword.NOT) ? left - 1 : left;
            sites.set(site, Role.OTHER, columnBefore(operator), Sites.NO_LIST);
            return true;
        }
        return false;
    }

    private boolean compareArray(int site, int function) {
        Role role = comparison(function - 1);
        if (role != null && tokens.isAny(function, Keyword.ANY, Keyword.ALL, Keyword.SOME)) {
            boolean one = role == Role.EQUAL && !tokens.is(function, Keyword.ALL);
            sites.set(site, one ? Role.ARRAY : Role.OTHER, columnBefore(function - 1), Sites.NO_LIST);
            return true;
        }
        if (tokens.hasText(function, "array_contains") || tokens.hasText(function, "unnest")) {
            sites.set(site, Role.ARRAY, null, Sites.NO_LIST);
            return true;
        }
        return false;
    }

    private void compareRight(int site, int value) {
        int right = value + 1;
        while (tokens.is(right, TokenKind.CAST)) {
            right = tokens.qualifiedNameEnd(right + 1);
        }
        Role role = comparison(right);
        boolean first = !tokens.is(value - 1, TokenKind.OPERATOR);
        if (role != null && first && tokens.isWordOrName(right + 1)) {
            int end = tokens.qualifiedNameEnd(right + 1);
            boolean column = isColumn(end - 1) && !tokens.is(end, TokenKind.OPEN);
            sites.set(site, role, column ? tokens.unquoted(end - 1) : null, Sites.NO_LIST);
        }
    }

    /** The role that the comparison operator at {@code index} gives to its sides, or null if there is none. */
    private @Nullable Role comparison(int index) {
        if (!tokens.is(index, TokenKind.OPERATOR)) {
            return null;
        }
        return switch (tokens.text(index)) {
            case "=", "==", "<=>" -> Role.EQUAL;
            case "<", ">", "<=", ">=" -> Role.RANGE;
            case "<>", "!=", "^=" -> Role.OTHER;
            default -> null;
        };
    }

    private @Nullable String columnBefore(int operator) {
        int column = operator - 1;
        while (tokens.is(column - 1, TokenKind.CAST)) {
            column -= 2;
        }
        return isColumn(column) ? tokens.unquoted(column) : null;
    }

    private boolean isColumn(int index) {
        boolean constant = tokens.isAny(index, Keyword.NULL, Keyword.TRUE, Keyword.FALSE, Keyword.END, Keyword.DEFAULT);
        return tokens.isWordOrName(index) && !constant;
    }
}
