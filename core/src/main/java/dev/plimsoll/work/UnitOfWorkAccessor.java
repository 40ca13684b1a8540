package dev.plimsoll.work;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/** Carries the current unit of work across threads wherever Micrometer's context-propagation is used. Found as a service. */
public final class UnitOfWorkAccessor implements ThreadLocalAccessor<UnitOfWork> {
    /** Key of the unit in a context snapshot. */
    public static final String KEY = "dev.plimsoll.unit-of-work";

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable UnitOfWork getValue() {
        return UnitOfWork.current();
    }

    @Override
    public void setValue(UnitOfWork unit) {
        UnitOfWork.restore(unit);
    }

    @Override
    public void setValue() {
        UnitOfWork.restore(null);
    }
}
