package dev.plimsoll.spring.units;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.work.UnitOfWork;
import dev.plimsoll.work.UnitTotals;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notes at the observation in which a unit of work began, and so at its span, what the unit has executed; and each finding at the
 * observation that it was made in. A finding that takes the sweeper to notice is made in none.
 */
final class SpanNotes implements UnitNotes, Reporter {
    /** Findings are made on the thread that ends the unit, which need not be in the scope of the unit's observation. */
    private static final ThreadLocal<@Nullable Observation> ENDING = new ThreadLocal<>();

    private final Supplier<ObservationRegistry> registry;

    SpanNotes(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void begun(UnitOfWork unit) {
        Observation current = registry.get().getCurrentObservation();
        if (current != null && !current.isNoop()) {
            unit.attach(this, current);
        }
    }

    @Override
    public void end(UnitOfWork unit) {
        if (unit.attached(this) instanceof Observation observation && !unit.hasEnded()) {
            UnitTotals totals = unit.totals();
            endIn(observation, unit);
            if (totals.statements() > 0) {
                ObservedTotals.of(observation).add(totals);
            }
        } else {
            unit.close();
        }
    }

    private static void endIn(Observation observation, UnitOfWork unit) {
        Observation outer = ENDING.get();
        ENDING.set(observation);
        try {
            unit.close();
        } finally {
            if (outer == null) {
                ENDING.remove();
            } else {
                ENDING.set(outer);
            }
        }
    }

    @Override
    public void report(Finding finding) {
        Observation ending = ENDING.get();
        Observation observation = ending == null ? registry.get().getCurrentObservation() : ending;
        if (observation != null && !observation.isNoop()) {
            ObservedTotals.of(observation).found(finding.kind());
        }
    }

    @Override
    public void repeated(Finding finding, long times) {
        report(finding);
    }
}
