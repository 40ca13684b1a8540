package dev.plimsoll.work;

import dev.plimsoll.sql.AccessClass;
import dev.plimsoll.sql.SqlFacts;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a recorder knows of the routing of its data source: which executions the primary need not have had. */
final class Routing {
    /** One unit in this many that only read undeclared is shown even if it is plain, so that somebody looks at what adds up. */
    private static final long SHOWN = 64;

    private final Supplier<ObservedRouting> seen;
    private final Predicate<SqlFacts> provenRead;
    private final AtomicLong undeclaredReads = new AtomicLong();

    Routing(Supplier<ObservedRouting> seen, Predicate<SqlFacts> provenRead) {
        this.seen = seen;
        this.provenRead = provenRead;
    }

    /** Where a text that was executed just now ran; what is no read needs the primary, whatever the decision was made by. */
    Place placeOf(SqlFacts facts, OpenResults connection) {
        if (marksTransaction(facts)) {
            return Place.NOT_ROUTED;
        }
        Place place = connection.place();
        return place == Place.PRIMARY_UNDECLARED && !provenRead.test(facts) ? Place.PRIMARY_BY_NEED : place;
    }

    /** Beginnings, ends and savepoints say nothing of what a transaction does. */
    private static boolean marksTransaction(SqlFacts facts) {
        return facts.access() == AccessClass.TX_CONTROL;
    }

    /** A unit has ended that only read, undeclared; whether it is to be shown in any case. */
    boolean readUndeclared() {
        return undeclaredReads.incrementAndGet() % SHOWN == 0;
    }

    long undeclaredReads() {
        return undeclaredReads.get();
    }

    ObservedRouting seen() {
        return seen.get();
    }
}
