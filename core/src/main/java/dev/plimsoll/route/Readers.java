package dev.plimsoll.route;

import dev.plimsoll.work.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Finds out who reads: the unit of work of the current thread, with its user's session if it names one, or else the connection. */
final class Readers {
    private final boolean global;
    private final Sessions sessions;
    private final Reader everybody;

    /** @param floor takes what sessions demanded that fell out of the memory; everybody keeps to it */
    Readers(RouteOptions options, Scope floor, Sessions sessions) {
        this.global = options.global();
        this.sessions = sessions;
        this.everybody = Reader.connection(floor);
    }

    Reader current(Reader ofConnection) {
        if (global) {
            return everybody;
        }
        UnitOfWork unit = UnitOfWork.current();
        return unit == null ? ofConnection : of(unit);
    }

    private Reader of(UnitOfWork unit) {
        UnitOfWork outermost = unit.outermost();
        Object known = outermost.attached(this);
        Reader outer = known instanceof Reader reader ? reader : outer(outermost);
        String session = unit.equals(outermost) ? null : unit.session();
        return session == null || session.equals(outermost.session()) ? outer : inner(outermost, session, outer);
    }

    private Reader outer(UnitOfWork outermost) {
        return (Reader) outermost.attach(this, Reader.unit(scope(outermost.session())));
    }

    private Reader inner(UnitOfWork outermost, String session, Reader outer) {
        InnerSession key = new InnerSession(this, session);
        Object known = outermost.attached(key);
        return known instanceof Reader reader
                ? reader
                : (Reader) outermost.attach(key, Reader.inner(sessions.of(session), outer));
    }

    /** A session that only a unit inside the outermost one names. */
    private record InnerSession(Readers owner, String session) {
        @Override
        public String toString() {
            return "InnerSession";
        }
    }

    private Scope scope(@Nullable String session) {
        return session == null ? new Scope() : sessions.of(session);
    }
}
