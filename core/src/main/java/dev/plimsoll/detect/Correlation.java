package dev.plimsoll.detect;

import dev.plimsoll.sql.Slot;
import dev.plimsoll.work.ReadColumn;
import java.util.Comparator;

/**
 * Proof that a statement was executed with values that had been read before.
 *
 * @param parent the column that they were read from
 * @param slot where the child takes them
 * @param kinship how well the names fit
 * @param matched different sampled values that are in the column
 * @param sampled different sampled values
 * @param recursive whether the child itself is the parent: it walks a tree
 */
record Correlation(ReadColumn parent, Slot slot, Kinship kinship, int matched, int sampled, boolean recursive) {
    private static final int PERCENT = 100;

    /** The better proof is the greater. */
    static final Comparator<Correlation> ORDER = Comparator.comparing(Correlation::kinship)
            .thenComparing(Correlation::recursive, Comparator.reverseOrder())
            .thenComparingInt(Correlation::cover)
            .thenComparingInt(correlation -> -correlation.parent().values().length)
            .thenComparingInt(correlation -> -correlation.parent().order())
            .thenComparing(correlation -> correlation.parent().label());

    /** Percent of the values that are in the column. */
    int cover() {
        return PERCENT * matched / sampled;
    }
}
