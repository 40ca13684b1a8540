package dev.plimsoll.spring;

import dev.plimsoll.work.UnitTotals;
import io.micrometer.observation.Observation;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the units of one observation have executed, and what was found in them, as key values of its span. They are high-cardinality ones,
 * since the others become tags of the observation's meter, which are to stay the same few. Safe for use by many threads.
 */
final class ObservedTotals {
    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private final Observation observation;
    private final SortedSet<String> kinds = new TreeSet<>();
    private UnitTotals totals = UnitTotals.NONE;

    private ObservedTotals(Observation observation) {
        this.observation = observation;
    }

    static ObservedTotals of(Observation observation) {
        return observation.getContext().computeIfAbsent(ObservedTotals.class, key -> new ObservedTotals(observation));
    }

    synchronized void add(UnitTotals more) {
        totals = totals.plus(more);
        observation.highCardinalityKeyValue("plimsoll.statements", Long.toString(totals.statements()));
        observation.highCardinalityKeyValue(
                "plimsoll.database.millis",
                String.format(Locale.ROOT, "%.3f", totals.nanos() / NANOS_OF_A_MILLISECOND));
    }

    /** An event of the span for the first of each kind. */
    synchronized void found(String kind) {
        if (kinds.add(kind)) {
            observation.highCardinalityKeyValue("plimsoll.findings", String.join(",", kinds));
            observation.event(Observation.Event.of("plimsoll.finding", "plimsoll.finding " + kind));
        }
    }
}
