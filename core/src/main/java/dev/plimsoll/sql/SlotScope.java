package dev.plimsoll.sql;

import dev.plimsoll.sql.Slot.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pair of parentheses means for the values in it, while the slots of a shape are read. */
final class SlotScope {
    private final @Nullable SlotScope outer;
    private int itemStart;
    private final List<@Nullable String> items = new ArrayList<>(2);

    private int list = Sites.NO_LIST;
    private @Nullable String column;
    private @Nullable Role rowRole;
    private @Nullable SlotScope rowColumns;

    private boolean assigning;
    private boolean inserting;
    private boolean values;
    private @Nullable SlotScope insertColumns;

    private boolean between;
    private @Nullable String betweenColumn;

    SlotScope(@Nullable SlotScope outer, int open) {
        this.outer = outer;
        itemStart = open + 1;
    }

    SlotScope outer() {
        return outer == null ? this : outer;
    }

    /** Makes this an IN list, or a row in one. */
    void list(int number, @Nullable String ofColumn) {
        list = number;
        column = ofColumn;
    }

    boolean isList() {
        return list != Sites.NO_LIST;
    }

    int list() {
        return list;
    }

    @Nullable
    String column() {
        return column;
    }

    /** Makes this a row whose values belong to the items of {@code columns}, in order. */
    void row(Role role, SlotScope columns) {
        rowRole = role;
        rowColumns = columns;
    }

    @Nullable
    Role rowRole() {
        return rowRole;
    }

    /** The column that the current item of this row belongs to. */
    @Nullable
    String rowColumn() {
        int item = items.size();
        return rowColumns == null || item >= rowColumns.items.size() ? null : rowColumns.items.get(item);
    }

    /** An item of this list ends before {@code end}. */
    void endItem(Tokens tokens, int end) {
        boolean name = tokens.isWordOrName(end - 1) && tokens.qualifiedNameStart(end - 1) == itemStart;
        items.add(name ? tokens.unquoted(end - 1) : null);
        itemStart = end + 1;
    }

    void keyword(Keyword keyword, @Nullable Keyword before) {
        switch (keyword) {
            case SET -> assigning = true;
            case UPDATE -> assigning = before == Keyword.KEY;
            case SELECT, WITH -> {
                list = Sites.NO_LIST;
                assigning = false;
            }
            case WHERE, FROM, WHEN, RETURNING, ON -> assigning = false;
            case INSERT, REPLACE, MERGE -> inserting = true;
            case VALUES -> values = true;
            default -> {}
        }
        values &= keyword == Keyword.VALUES || keyword == Keyword.ROW;
    }

    boolean isAssigning() {
        return assigning;
    }

    boolean isValues() {
        return values;
    }

    @Nullable
    SlotScope insertColumns() {
        return insertColumns;
    }

    /** The first parentheses after INSERT hold the columns. */
    void closed(SlotScope inner) {
        if (inserting && !values) {
            insertColumns = inner;
            inserting = false;
        }
    }

    void between(@Nullable String ofColumn) {
        between = true;
        betweenColumn = ofColumn;
    }

    boolean isBetween() {
        return between;
    }

    @Nullable
    String endBetween() {
        between = false;
        return betweenColumn;
    }
}
