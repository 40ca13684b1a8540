package dev.plimsoll.spring.units;

import dev.plimsoll.work.UnitOfWork;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The unit of one observation, whose scopes may be opened on several threads. */
final class ObservedWork {
    private final UnitOfWork unit;
    private final Map<Thread, Optional<UnitOfWork>> before = new ConcurrentHashMap<>();

    ObservedWork(UnitOfWork unit) {
        this.unit = unit;
    }

    void enter() {
        Optional<UnitOfWork> previous = Optional.ofNullable(UnitOfWork.exchange(unit));
        before.putIfAbsent(Thread.currentThread(), previous);
    }

    void leave() {
        Optional<UnitOfWork> previous = before.remove(Thread.currentThread());
        if (previous != null) {
            UnitOfWork.exchange(previous.orElse(null));
        }
    }

    UnitOfWork unit() {
        return unit;
    }

    void end(String name, UnitNotes notes) {
        unit.rename(name);
        notes.end(unit);
    }
}
