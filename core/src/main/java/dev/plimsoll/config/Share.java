package dev.plimsoll.config;

/** A number, or a percentage of one that is known later. */
public record Share(int amount, boolean percent) {

    /** The number, or so many percent of {@code total}; 1 at least. */
    public int of(int total) {
        return Math.max(1, percent ? (int) ((long) total * amount / 100) : amount);
    }
}
