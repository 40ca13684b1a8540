package dev.plimsoll.logbook;

import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.Marks;
import dev.plimsoll.work.ObservedTimeline;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The last units of work, packed. What they take is estimated from above; the oldest leave as soon as it is too much. */
final class UnitRing {
    private static final int MAX_NAME = 200;
    private static final long BYTES_OF_UNIT = 200;
    private static final long BYTES_OF_STATEMENT = 200;

    private final long most;
    private final Clock clock;
    private final Deque<Kept> units = new ArrayDeque<>();
    private long bytes;

    UnitRing(long most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    void add(String dataSource, ObservedTimeline unit) {
        List<LoggedUnit.Statement> statements =
                unit.statements().stream().map(UnitRing::statement).toList();
        Instant start = clock.instant().minusNanos(unit.elapsedNanos());
        keep(new Kept(dataSource, start, unit, statements));
    }

    private synchronized void keep(Kept unit) {
        units.addLast(unit);
        bytes += unit.bytes();
        while (bytes > most) {
            bytes -= units.removeFirst().bytes();
        }
    }

    private static LoggedUnit.Statement statement(ObservedTimeline.Statement statement) {
        return new LoggedUnit.Statement(
                Shown.fingerprint(statement.facts().fingerprint()),
                Shown.shape(statement.facts()),
                statement.callSite().map(CallSite::display).orElse(""));
    }

    synchronized List<LoggedUnit> youngestFirst() {
        List<LoggedUnit> all = new ArrayList<>(units.size());
        for (Iterator<Kept> each = units.descendingIterator(); each.hasNext(); ) {
            all.add(each.next().unpacked());
        }
        return all;
    }

    /** Without the facts that came with the unit, which hold more than is shown. */
    private static final class Kept {
        private final String dataSource;
        private final String name;
        private final Instant start;
        private final long nanos;
        private final long transactions;
        private final long executions;
        private final List<LoggedUnit.Statement> statements;
        private final Marks marks;

        Kept(String dataSource, Instant start, ObservedTimeline unit, List<LoggedUnit.Statement> statements) {
            String full = unit.unit();
            this.dataSource = dataSource;
            this.name = full.length() <= MAX_NAME ? full : full.substring(0, MAX_NAME) + " …";
            this.start = start;
            this.nanos = unit.elapsedNanos();
            this.transactions = unit.transactions();
            this.executions = unit.executions();
            this.statements = statements;
            this.marks = unit.marks();
        }

        /** As if no text were shared, and each character took two bytes. */
        long bytes() {
            long sum = BYTES_OF_UNIT + 2L * name.length() + marks.bytes();
            for (LoggedUnit.Statement statement : statements) {
                sum += BYTES_OF_STATEMENT
                        + 2L
                                * (statement.shape().length()
                                        + statement.callSite().length());
            }
            return sum;
        }

        LoggedUnit unpacked() {
            return new LoggedUnit(
                    dataSource,
                    name,
                    start,
                    nanos,
                    transactions,
                    executions,
                    statements,
                    marks.toList(),
                    marks.omitted());
        }
    }
}
