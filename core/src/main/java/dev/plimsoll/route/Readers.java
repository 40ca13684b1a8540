package dev.plimsoll.route;

import dev.plimsoll.work.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Finds out who reads: the unit of work of the current thread, with its user's session if it names one, or else the connection. */
final class Readers {
    private final boolean global;
    private final Sessions sessions;
    private final Scope floor;
    private final Reader everybody;

    /** @param floor takes what sessions demanded that fell out of the memory; everybody keeps to it */
    Readers(RouteOptions options, Scope floor, Sessions sessions) {
        this.global = options.global();
        this.floor = floor;
        this.sessions = sessions;
        this.everybody = Reader.connection(floor);
    }

    Reader current(Reader ofConnection) {
        if (global) {
            return everybody;
        }
        UnitOfWork unit = UnitOfWork.current();
        return unit == null ? ofConnection : of(unit.outermost());
    }

    private Reader of(UnitOfWork unit) {
        Object known = unit.attached(this);
        return known instanceof Reader reader ? reader : (Reader) unit.attach(this, Reader.unit(scope(unit.session())));
    }

    private Scope scope(@Nullable String session) {
        return session == null ? new Scope() : sessions.of(session);
    }

    Scope floor() {
        return floor;
    }
}
