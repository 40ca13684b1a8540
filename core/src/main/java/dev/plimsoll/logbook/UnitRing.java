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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last units of work, packed. What they take is estimated from above; the oldest leave as soon as it is too much. */
final class UnitRing {
    private static final int MAX_NAME = 200;
    private static final long BYTES_OF_UNIT = 200;
    private static final long BYTES_OF_STATEMENT = 200;
    private static final long BYTES_OF_FINDING = 100;
    private static final int MAX_FINDINGS = 16;
    private static final int MAX_EARLY = 64;

    private final long most;
    private final Clock clock;
    private final Deque<Kept> units = new ArrayDeque<>();
    /** What was found in units that run on, by their numbers; the oldest give way. */
    private final Map<Long, Set<String>> early = new LinkedHashMap<>();

    private long bytes;

    UnitRing(long most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    void add(String dataSource, ObservedTimeline unit) {
        List<LoggedUnit.Statement> statements =
                unit.statements().stream().map(UnitRing::statement).toList();
        Instant start = clock.instant().minusNanos(unit.ageNanos());
        keep(new Kept(dataSource, start, unit, statements));
    }

    private synchronized void keep(Kept unit) {
        Set<String> before = early.remove(unit.number);
        unit.findings = before == null ? List.of() : List.copyOf(before);
        units.addLast(unit);
        grown(unit.bytes());
    }

    private void grown(long by) {
        bytes += by;
        while (bytes > most) {
            bytes -= units.removeFirst().bytes();
        }
    }

    /** Something was found in a unit, which has ended just now as a rule. */
    synchronized void found(long number, String finding) {
        Kept unit = find(number);
        if (unit == null) {
            foundEarly(number, finding);
        } else if (unit.findings.size() < MAX_FINDINGS && !unit.findings.contains(finding)) {
            List<String> all = new ArrayList<>(unit.findings);
            all.add(finding);
            unit.findings = List.copyOf(all);
            grown(BYTES_OF_FINDING);
        }
    }

    private void foundEarly(long number, String finding) {
        Set<String> ids = early.computeIfAbsent(number, key -> new LinkedHashSet<>());
        if (ids.size() < MAX_FINDINGS) {
            ids.add(finding);
        }
        if (early.size() > MAX_EARLY) {
            early.remove(early.keySet().iterator().next());
        }
    }

    private @Nullable Kept find(long number) {
        for (Iterator<Kept> each = units.descendingIterator(); each.hasNext(); ) {
            Kept unit = each.next();
            if (unit.number == number) {
                return unit;
            }
        }
        return null;
    }

    synchronized Optional<LoggedUnit> unit(long number) {
        return Optional.ofNullable(find(number)).map(Kept::unpacked);
    }

    synchronized List<LoggedUnit.Summary> summaries() {
        List<LoggedUnit.Summary> all = new ArrayList<>(units.size());
        for (Iterator<Kept> each = units.descendingIterator(); each.hasNext(); ) {
            all.add(each.next().summary());
        }
        return all;
    }

    /** The number of the unit that ended last; 0 if there is none. */
    synchronized long youngest() {
        return units.isEmpty() ? 0 : units.getLast().number;
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
        private final long number;
        private final String dataSource;
        private final String name;
        private final Instant start;
        private final long nanos;
        private final long transactions;
        private final long executions;
        private final List<LoggedUnit.Statement> statements;
        private final Marks marks;
        /** Guarded by the ring. */
        private List<String> findings = List.of();

        Kept(String dataSource, Instant start, ObservedTimeline unit, List<LoggedUnit.Statement> statements) {
            String full = unit.unit();
            this.number = unit.number();
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
            long sum = BYTES_OF_UNIT + BYTES_OF_FINDING * findings.size() + 2L * name.length() + marks.bytes();
            for (LoggedUnit.Statement statement : statements) {
                sum += BYTES_OF_STATEMENT
                        + 2L
                                * (statement.shape().length()
                                        + statement.callSite().length());
            }
            return sum;
        }

        LoggedUnit.Summary summary() {
            return new LoggedUnit.Summary(
                    number, dataSource, name, start, nanos, transactions, executions, statements.size(), findings);
        }

        LoggedUnit unpacked() {
            return new LoggedUnit(
                    number,
                    dataSource,
                    name,
                    start,
                    nanos,
                    transactions,
                    executions,
                    statements,
                    marks.toList(),
                    marks.omitted(),
                    findings);
        }
    }
}
