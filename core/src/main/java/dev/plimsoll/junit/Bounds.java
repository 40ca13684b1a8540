package dev.plimsoll.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * From how many to how many.
 *
 * @param min the fewest
 * @param max the most
 */
record Bounds(long min, long max) {
    /** The default of an annotation's number, which nobody writes. */
    static final int NOT_SAID = Integer.MIN_VALUE;

    /**
     * Reads the numbers of an annotation.
     *
     * @param annotation what it is and where it stands, for the message
     */
    static Bounds of(String annotation, int exactly, int min, int max) {
        check(annotation, "exactly", exactly);
        check(annotation, "min", min);
        check(annotation, "max", max);
        if (exactly != NOT_SAID && (min != NOT_SAID || max != NOT_SAID)) {
            throw new ExtensionConfigurationException(
                    annotation + " gives exactly beside min or max; give exactly alone, or min and max");
        }
        if (exactly == NOT_SAID && min == NOT_SAID && max == NOT_SAID) {
            throw new ExtensionConfigurationException(annotation + " gives no number; give max, min or exactly");
        }
        if (min != NOT_SAID && max != NOT_SAID && min > max) {
            throw new ExtensionConfigurationException(
                    annotation + " has min = " + min + " and max = " + max + ", but min must not be more than max");
        }
        return exactly != NOT_SAID
                ? new Bounds(exactly, exactly)
                : new Bounds(Math.max(min, 0), max == NOT_SAID ? Long.MAX_VALUE : max);
    }

    private static void check(String annotation, String name, int value) {
        if (value != NOT_SAID && value < 0) {
            throw new ExtensionConfigurationException(
                    annotation + " has " + name + " = " + value + ", but it must be 0 or more");
        }
    }

    boolean tooFew(long count) {
        return count < min;
    }

    boolean tooMany(long count) {
        return count > max;
    }

    /** The number that comes last in the words for it, which a noun behind them goes by. */
    long last() {
        return max == Long.MAX_VALUE ? min : max;
    }

    /** As in "at most 3". */
    @Override
    public String toString() {
        if (min == max) {
            return "exactly " + min;
        }
        if (max == Long.MAX_VALUE) {
            return "at least " + min;
        }
        return min == 0 ? "at most " + max : min + " to " + max;
    }
}
