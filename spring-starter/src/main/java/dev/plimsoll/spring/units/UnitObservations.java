package dev.plimsoll.spring.units;

import dev.plimsoll.work.UnitOfWork;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.transport.ReceiverContext;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a unit of work of whatever Micrometer observes as the beginning of work: a message that is received, a scheduled task, a step
 * of a batch. Requests of servlets are the {@linkplain UnitFilter filter}'s, which is there without Micrometer too.
 */
final class UnitObservations implements ObservationHandler<Observation.Context> {
    /** Contexts of optional libraries, by name. */
    private static final Set<String> BEGINNINGS = Set.of(
            "org.springframework.scheduling.support.ScheduledTaskObservationContext",
            "org.springframework.batch.core.observability.BatchStepContext",
            "io.micrometer.jakarta9.instrument.jms.JmsProcessObservationContext");

    /** Spring Batch 6 has no context of its own. */
    private static final String STEP = "spring.batch.step";

    private static final String OF_SERVLETS =
            "org.springframework.http.server.observation.ServerRequestObservationContext";

    private final Supplier<UnitNotes> notes;

    UnitObservations(Supplier<UnitNotes> notes) {
        this.notes = notes;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        String type = context.getClass().getName();
        return BEGINNINGS.contains(type)
                || STEP.equals(context.getName())
                || context instanceof ReceiverContext && !type.equals(OF_SERVLETS);
    }

    @Override
    public void onStart(Observation.Context context) {
        UnitOfWork before = UnitOfWork.current();
        context.put(ObservedWork.class, new ObservedWork(UnitOfWork.begin(String.valueOf(context.getName()))));
        UnitOfWork.exchange(before);
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
        ObservedWork work = context.get(ObservedWork.class);
        if (work != null) {
            work.enter();
            notes.get().begun(work.unit());
        }
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
        ObservedWork work = context.get(ObservedWork.class);
        if (work != null) {
            work.leave();
        }
    }

    @Override
    public void onStop(Observation.Context context) {
        ObservedWork work = context.get(ObservedWork.class);
        if (work != null) {
            work.end(name(context), notes.get());
        }
    }

    private static String name(Observation.Context context) {
        String method = value(context, "method");
        String route = value(context, "uri");
        if (method != null && route != null) {
            return method + " " + route;
        }
        String contextual = context.getContextualName();
        if (contextual != null && !contextual.isEmpty()) {
            return contextual;
        }
        String step = value(context, STEP + ".name");
        return step == null ? String.valueOf(context.getName()) : step;
    }

    private static @Nullable String value(Observation.Context context, String key) {
        KeyValue found = context.getLowCardinalityKeyValue(key);
        return found == null ? null : found.getValue();
    }
}
