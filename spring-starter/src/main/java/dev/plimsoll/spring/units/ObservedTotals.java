package dev.plimsoll.spring.units;

import dev.plimsoll.work.UnitTotals;
import io.micrometer.observation.Observation;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the units of one observation have executed, and what was found in them, as key values of its span. They are high-cardinality ones,
 * since the others become tags of the observation's meter, which are to stay the same few. Safe for use by many threads.
 */
final class ObservedTotals {
    private static final long NANOS_OF_A_MICROSECOND = 1_000;
    private static final long THOUSAND = 1_000;

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
        observation.highCardinalityKeyValue("plimsoll.database.millis", millis(totals.nanos()));
    }

    /** With three decimals. By hand, since this is done for every request, and a formatter takes a microsecond. */
    private static String millis(long nanos) {
        long micros = (nanos + NANOS_OF_A_MICROSECOND / 2) / NANOS_OF_A_MICROSECOND;
        String decimals = Long.toString(THOUSAND + micros % THOUSAND).substring(1);
        return micros / THOUSAND + "." + decimals;
    }

    /** An event of the span for the first of each kind. */
    synchronized void found(String kind) {
        if (kinds.add(kind)) {
            observation.highCardinalityKeyValue("plimsoll.findings", String.join(",", kinds));
            observation.event(Observation.Event.of("plimsoll.finding", "plimsoll.finding " + kind));
        }
    }
}
