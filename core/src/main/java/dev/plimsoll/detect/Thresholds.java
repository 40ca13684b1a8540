package dev.plimsoll.detect;

import java.util.EnumMap;
import java.util.Map;

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

    /** These thresholds with {@code threshold} set to {@code value}, in the threshold's unit. */
    public Thresholds with(Threshold threshold, long value) {
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
}
