package dev.plimsoll.agent.inside.units;

import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Spring's scheduled methods: {@code OrderJobs.cleanUp}. */
final class ScheduledNaming implements Naming {
    private final Getter method =
            new Getter(Set.of("org.springframework.scheduling.support.ScheduledMethodRunnable"), "getMethod");

    @Override
    public String atBegin(@Nullable Object receiver, @Nullable Object argument) throws Throwable {
        return method.of(receiver) instanceof Method scheduled
                ? Naming.of(scheduled.getDeclaringClass()) + "." + scheduled.getName()
                : "scheduled";
    }
}
