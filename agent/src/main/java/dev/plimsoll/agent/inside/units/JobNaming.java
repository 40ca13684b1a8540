package dev.plimsoll.agent.inside.units;

import org.jspecify.annotations.Nullable;

/** Jobs: {@code Invoices.execute}. */
final class JobNaming implements Naming {

    @Override
    public String atBegin(@Nullable Object receiver, @Nullable Object argument) {
        return receiver == null ? "job" : Naming.of(receiver.getClass()) + ".execute";
    }
}
