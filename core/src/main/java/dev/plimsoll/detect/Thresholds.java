package dev.plimsoll.detect;

import dev.plimsoll.work.Attention;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The limits that detectors judge by: those of a profile, with single ones overruled. Immutable. */
public final class Thresholds {
    private final Profile profile;
    private final Map<Threshold, Long> overruled;

    private Thresholds(Profile profile, Map<Threshold, Long> overruled) {
        this.profile = profile;
        this.overruled = overruled;
    }

    public static Thresholds of(Profile profile) {
        return new Thresholds(profile, Map.of());
    }

    /**
     * These thresholds with {@code threshold} set to {@code value}, in the threshold's unit.
     *
     * @throws IllegalArgumentException if the value is smaller than {@link Threshold#least()}
     */
    public Thresholds with(Threshold threshold, long value) {
        if (value < threshold.least()) {
            throw new IllegalArgumentException(
                    threshold.key() + "=" + value + ": must be " + threshold.least() + " or more");
        }
        Map<Threshold, Long> changed = new EnumMap<>(Threshold.class);
        changed.putAll(overruled);
        changed.put(threshold, value);
        return new Thresholds(profile, changed);
    }

    public Profile profile() {
        return profile;
    }

    /** The limit in the threshold's unit. */
    public long get(Threshold threshold) {
        Long value = overruled.get(threshold);
        return value == null ? threshold.standard(profile) : value;
    }

    /** What stays below this is nothing that a detector judges by its time or its rows. */
    public Attention attention() {
        return new Attention(
                lowerNanos(Threshold.INDEPENDENT_QUERIES_ELAPSED, Threshold.READ_ON_PRIMARY_ELAPSED),
                get(Threshold.INDEPENDENT_QUERIES_QUERIES),
                TimeUnit.MILLISECONDS.toNanos(get(Threshold.READ_ON_PRIMARY_ELAPSED)),
                get(Threshold.UNBOUNDED_RESULT_ROWS),
                lowerNanos(Threshold.IDLE_IN_TRANSACTION_IDLE, Threshold.LONG_TRANSACTION_AGE));
    }

    /** The lower of two limits in milliseconds. */
    private long lowerNanos(Threshold one, Threshold other) {
        return TimeUnit.MILLISECONDS.toNanos(Math.min(get(one), get(other)));
    }

    /** Whether {@code value}, in the threshold's unit, is the limit or more. */
    public boolean reached(Threshold threshold, long value) {
        return value >= get(threshold);
    }

    /** Whether {@code nanos} is the limit or more, for a threshold in milliseconds. */
    public boolean reachedByNanos(Threshold threshold, long nanos) {
        return nanos >= TimeUnit.MILLISECONDS.toNanos(get(threshold));
    }
}
