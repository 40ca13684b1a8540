package dev.plimsoll.detect;

import dev.plimsoll.sql.Slot;
import dev.plimsoll.work.ObservedStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The values of a statement that were not the same in all of its executions. */
final class Varying {
    /** Only so many values of a text are compared between executions. */
    static final int COMPARED = 16;

    private Varying() {}

    /** The roles that those values play, in order of the text. */
    static List<Slot> slots(ObservedStatement statement) {
        return statement.facts().slots().stream()
                .filter(slot -> varies(statement, slot))
                .toList();
    }

    static boolean varies(ObservedStatement statement, Slot slot) {
        for (int value = slot.first(); value < slot.first() + slot.count(); value++) {
            if (varies(statement, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean varies(ObservedStatement statement, int value) {
        return value < COMPARED && (statement.values().varying() >> value & 1) == 1;
    }

    /** Different sampled hashes of the varying values of one slot. */
    static Set<Long> sampled(ObservedStatement statement, Slot slot) {
        long[][] samples = statement.values().sampled();
        Set<Long> hashes = new HashSet<>();
        for (int value = slot.first(); value < Math.min(slot.first() + slot.count(), samples.length); value++) {
            if (varies(statement, value)) {
                addKnown(hashes, samples[value]);
            }
        }
        return hashes;
    }

    private static void addKnown(Set<Long> hashes, long[] samples) {
        for (long hash : samples) {
            if (hash != 0) {
                hashes.add(hash);
            }
        }
    }
}
