package dev.plimsoll.detect;

import dev.plimsoll.sql.Slot;
import dev.plimsoll.sql.Slot.Role;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.ReadColumn;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for the rows that made an application execute a statement again and again. */
final class ParentSearch {
    /** A single row is nobody's loop, and a single match is chance. */
    private static final int LEAST_MATCHED = 2;

    private static final double ABOUT = 0.2;

    private final ObservedUnit unit;
    private final long leastCover;

    ParentSearch(ObservedUnit unit, Thresholds thresholds) {
        this.unit = unit;
        this.leastCover = thresholds.get(Threshold.N_PLUS_ONE_COVER);
    }

    /** The column whose values {@code child} was executed with; the best if there are several. */
    Optional<Correlation> correlation(ObservedStatement child) {
        return Varying.slots(child).stream()
                .filter(slot -> slot.role() != Role.LIMIT && slot.role() != Role.OFFSET)
                .flatMap(slot -> correlations(child, slot))
                .max(Correlation.ORDER);
    }

    /** Whether what looks like pages by key is a query for each row of another: the keys were read there, and not from the pages. */
    boolean feed(ObservedStatement pages) {
        return correlation(pages)
                .filter(found ->
                        found.kinship() == Kinship.NAMED && found.slot().role() == Role.RANGE)
                .filter(found -> !found.recursive() && !hasReadItself(pages, found.slot()))
                .isPresent();
    }

    private boolean hasReadItself(ObservedStatement pages, Slot key) {
        Set<Long> sampled = Varying.sampled(pages, key);
        return unit.columns().stream()
                .filter(column -> column.order() == pages.order())
                .anyMatch(column -> correlation(pages, key, column, sampled).matched() >= LEAST_MATCHED);
    }

    private Stream<Correlation> correlations(ObservedStatement child, Slot slot) {
        Set<Long> sampled = Varying.sampled(child, slot);
        if (sampled.size() < LEAST_MATCHED) {
            return Stream.empty();
        }
        return unit.columns().stream()
                .filter(column -> !column.label().isEmpty()) // single rows are nobody's parents
                .filter(column -> column.order() < child.order() || isTree(child, slot, column))
                .map(column -> correlation(child, slot, column, sampled))
                .filter(found -> found.matched() >= LEAST_MATCHED && found.cover() >= leastCover);
    }

    private static Correlation correlation(ObservedStatement child, Slot slot, ReadColumn column, Set<Long> sampled) {
        int matched = 0;
        for (long value : column.values()) {
            if (sampled.contains(value)) {
                matched++;
            }
        }
        Kinship kinship = Kinship.of(slot.column(), child.facts(), column.label(), column.statement());
        return new Correlation(column, slot, kinship, matched, sampled.size(), column.order() == child.order());
    }

    /**
     * Whether a statement may have been executed with what it returned itself. The column that it is asked by only gives back the
     * values that were bound; and the root of a tree is nobody's child.
     */
    private static boolean isTree(ObservedStatement child, Slot slot, ReadColumn column) {
        if (column.order() != child.order() || slot.column() == null) {
            return false;
        }
        boolean echo = Name.plain(slot.column()).equals(Name.plain(column.label()));
        return !echo && !holdsFirstValue(child, slot, column);
    }

    private static boolean holdsFirstValue(ObservedStatement child, Slot slot, ReadColumn column) {
        long[][] samples = child.values().sampled();
        if (slot.first() >= samples.length || samples[slot.first()].length == 0) {
            return true;
        }
        long first = samples[slot.first()][0];
        for (long value : column.values()) {
            if (value == first) {
                return true;
            }
        }
        return false;
    }

    /** An earlier statement of the same application method that returned about as many rows as {@code child} was executed. */
    Optional<ObservedStatement> neighbour(ObservedStatement child) {
        return unit.statements().stream()
                .filter(statement -> statement.order() < child.order() && Statements.reads(statement))
                .filter(statement -> isAbout(statement.maxRows(), child.executions()))
                .filter(statement -> Loop.shareMethod(statement, child))
                .findFirst();
    }

    private static boolean isAbout(long rows, long executions) {
        return rows >= LEAST_MATCHED && Math.abs(rows - executions) <= Math.max(1, ABOUT * executions);
    }
}
