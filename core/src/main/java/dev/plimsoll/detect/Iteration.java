package dev.plimsoll.detect;

import dev.plimsoll.sql.Slot;
import dev.plimsoll.sql.Slot.Role;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.ObservedStatement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises a loop over the pages of one result, whose repetitions are what paging is for. */
final class Iteration {
    private Iteration() {}

    static boolean through(ObservedStatement statement) {
        List<Slot> varying = Varying.slots(statement);
        return isOffset(statement, varying) || isKeyset(statement, varying);
    }

    /** Nothing varies but how many rows are skipped or asked for. */
    private static boolean isOffset(ObservedStatement statement, List<Slot> varying) {
        if (varying.isEmpty()) { // what varies lies beyond the values that are compared
            return statement.values().distinct() > 1
                    && statement.facts().valueCount() > Varying.COMPARED
                    && statement.limits().maxOffset() > 0;
        }
        return varying.stream().allMatch(slot -> isRowCount(slot.role()));
    }

    /** Pages of several rows that each begin after the last row of the one before. */
    private static boolean isKeyset(ObservedStatement statement, List<Slot> varying) {
        SqlFacts facts = statement.facts();
        if (facts.limit() == null || !facts.ordered() || statement.maxRows() < 2 || varying.isEmpty()) {
            return false;
        }
        Set<String> bounded = facts.slots().stream()
                .filter(slot -> slot.role() == Role.RANGE && slot.column() != null)
                .map(Slot::column)
                .collect(Collectors.toSet());
        return varying.stream().allMatch(slot -> isBoundary(slot, bounded));
    }

    /** In {@code a > ? or a = ? and b > ?} the equality is part of the boundary too. */
    private static boolean isBoundary(Slot slot, Set<String> bounded) {
        boolean tie = slot.role() == Role.EQUAL && slot.column() != null && bounded.contains(slot.column());
        return tie || slot.role() == Role.RANGE || isRowCount(slot.role());
    }

    private static boolean isRowCount(Role role) {
        return role == Role.LIMIT || role == Role.OFFSET;
    }
}
