package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work executes through one data source, aggregated as it happens. Its own lock guards it, which is never held
 * across a driver call.
 */
final class Ledger {
    /** Different statements kept apart in one unit; what comes later is only counted. */
    private static final int MAX_SHAPES = 4_096;

    /** Looks take at most one part in this many of a unit's time, however fast its statements are. */
    private static final long LOOKS_SHARE = 100;

    final Recorder recorder;
    final ReadSamples reads = new ReadSamples();
    /** Whether the sweeper sees to the end of this unit; of the recorder. */
    volatile boolean awaited;

    /** Who is shown this unit besides the recorder's listener. */
    final List<UnitWitness> witnesses;

    private final ShapeTable shapes = new ShapeTable();
    private final boolean owned;
    private String name;
    private boolean begun;
    private long beganAt;
    private long lastEnd;
    private long executions;
    private long slowExecutions;
    private long nextLook;
    private long nextLookAt;
    private long dropped;
    private boolean remarkable;
    private boolean boundToPrimary;
    private long transactions;
    /** Only where somebody keeps books. */
    private Books.@Nullable Telling telling;

    /** Of a unit that nobody owns. */
    Ledger(Recorder recorder, String name) {
        this(recorder, name, false, List.of());
    }

    Ledger(Recorder recorder, String name, boolean owned, List<UnitWitness> witnesses) {
        this.witnesses = witnesses;
        this.recorder = recorder;
        this.name = name;
        this.owned = owned;
        this.nextLook = recorder.lookEvery();
    }

    synchronized void rename(String better) {
        name = better;
    }

    /** Finds the tally of an execution that has just ended; null if the unit has too many different statements already. */
    synchronized @Nullable Tally tally(
            SqlFacts facts, String schema, long startedAt, long endedAt, @Nullable Tally previous) {
        if (!begun) {
            begun = true;
            beganAt = startedAt;
            nextLookAt = startedAt;
        }
        lastEnd = endedAt;
        executions++;
        Books books = recorder.books();
        if (books != null) {
            keep(books, startedAt, endedAt);
        }
        ShapeTally shape = previous != null && isCurrent(previous, schema) ? previous.shape : shape(facts, schema);
        if (shape == null) {
            dropped++;
            if (books != null) {
                books.dropped(endedAt - startedAt);
            }
            return null;
        }
        return shape.ofThisExecution(previous, recorder.callSites());
    }

    private void keep(Books books, long startedAt, long endedAt) {
        if (executions == 1) {
            telling = books.begin(startedAt);
        }
        if (endedAt - (telling == null ? beganAt : telling.toldAt) >= Books.TELL_NANOS) {
            tell(books);
        }
    }

    private void tell(Books books) {
        books.tell(shapes, true);
        if (telling == null) {
            telling = new Books.Telling(lastEnd, 0, null);
        }
        telling.toldAt = lastEnd;
    }

    /** Tells the bookkeeper what has been executed so far, for somebody who asks. */
    synchronized void tellNow() {
        Books books = recorder.books();
        if (books != null && executions > 0) {
            tell(books);
        }
    }

    /** Something happened at a time; under this lock. */
    void mark(Mark.Kind kind, int statement, long transaction, long from, long to) {
        if (telling != null && telling.timeline != null) {
            telling.timeline.add(kind, statement, transaction, from, to);
        }
    }

    /** Rows of a result were read, perhaps after the end of the unit; under this lock. */
    void rowsRead(Tally tally, long count) {
        if (tally.shape.ended()) {
            Books books = recorder.books();
            if (books != null) {
                books.tellLate(tally, count);
            }
        } else {
            rowsWritten(tally, count);
        }
    }

    /** A batch has written rows; under this lock. */
    void rowsWritten(Tally tally, long count) {
        if (telling != null && telling.timeline != null) {
            telling.timeline.rows(tally.shape.number, count);
        }
    }

    /** The number of the timeline that is kept of the unit; 0 if none is. A guess, if made without the lock. */
    long timeline() {
        Books.Telling current = telling;
        return current == null ? 0 : current.number;
    }

    private boolean isCurrent(Tally previous, String schema) {
        return previous.shape.ledger == this && previous.shape.schema.equals(schema) && !previous.shape.ended();
    }

    private @Nullable ShapeTally shape(SqlFacts facts, String schema) {
        ShapeTally known = shapes.find(facts.fingerprint(), schema);
        if (known != null || shapes.size() >= MAX_SHAPES) {
            return known;
        }
        ShapeTally added = new ShapeTally(this, facts, schema, shapes.size());
        shapes.add(added);
        return added;
    }

    /** Something happened that a detector may have something to say of; without that, nobody needs to look at the unit. */
    void remark() {
        remarkable = true;
    }

    /** An execution was slow; under this lock. */
    void slow(Attention limits) {
        slowExecutions++;
        if (slowExecutions >= limits.slowExecutions()) {
            remark();
        }
    }

    /** When the last execution ended; under this lock. */
    long lastEnd() {
        return lastEnd;
    }

    /** @param nanos how long its end took; it has ended just now */
    synchronized void transactionEnded(Mark.Kind how, long transaction, long nanos) {
        transactions++;
        if (telling != null && telling.timeline != null) {
            long now = recorder.now();
            telling.timeline.add(how, -1, transaction, now - nanos, now);
        }
    }

    /** The unit has written, or needed the primary otherwise: what it reads from now on is likely to need it too. */
    void bindToPrimary() {
        boundToPrimary = true;
    }

    boolean isBoundToPrimary() {
        return boundToPrimary;
    }

    /** A transaction, or a statement in autocommit, has only read on the primary, undeclared. */
    synchronized void readUndeclared() {
        remarkable |= recorder.readUndeclared();
    }

    /** Whether another thousand statements have been executed since the last look; a guess, made without the lock. */
    boolean lookSeemsDue() {
        return executions >= nextLook && lastEnd - nextLookAt >= 0;
    }

    /** A look at the unit while it runs on. */
    synchronized Optional<ObservedUnit> lookIfDue() {
        if (!lookSeemsDue()) {
            return Optional.empty();
        }
        nextLook = executions + recorder.lookEvery();
        ObservedUnit look = observed(false);
        if (reads.nearlyFull()) {
            reads.clear();
            shapes.forEach(ShapeTally::resetSamples);
        }
        return Optional.of(look);
    }

    /** A look has taken {@code nanos}: the next one is put off until looks have their share of the unit's time again. */
    synchronized void looked(long nanos) {
        nextLookAt = lastEnd + nanos * LOOKS_SHARE;
    }

    synchronized UnitTotals totals() {
        long nanos = 0;
        long rows = 0;
        for (ShapeTally shape : shapes.inOrder()) {
            for (Tally tally : shape.tallies()) {
                nanos += tally.elapsed;
                rows += tally.rows;
            }
        }
        return new UnitTotals(executions, nanos, rows);
    }

    /** Ends the unit; nothing if there is nothing to see. The ledger is as new afterwards. */
    synchronized Optional<ObservedUnit> end() {
        if (executions == 0) {
            return Optional.empty();
        }
        boolean shown = remarkable || !witnesses.isEmpty() || recorder.showsPlainUnits();
        Optional<ObservedUnit> observed = shown ? Optional.of(observed(true)) : Optional.empty();
        Books books = recorder.books();
        if (books != null) {
            close(books);
        }
        clear();
        return observed;
    }

    /** Whether nothing has been executed since {@code deadline}; a guess, made without the lock. */
    boolean seemsIdleSince(long deadline) {
        return begun && lastEnd - deadline < 0;
    }

    /** Ends the unit if it has executed nothing since {@code deadline}. */
    synchronized Optional<ObservedUnit> endIfIdleSince(long deadline) {
        return seemsIdleSince(deadline) ? end() : Optional.empty();
    }

    private void close(Books books) {
        books.tell(shapes, false);
        Books.Telling kept = telling;
        if (kept != null && kept.timeline != null) {
            books.ended(
                    kept.number,
                    name,
                    lastEnd - beganAt,
                    recorder.now() - beganAt,
                    transactions,
                    executions,
                    shapes,
                    kept.timeline);
        }
        telling = null;
    }

    private void clear() {
        begun = false;
        executions = 0;
        slowExecutions = 0;
        nextLook = recorder.lookEvery();
        dropped = 0;
        remarkable = false;
        boundToPrimary = false;
        transactions = 0;
        shapes.clear();
        reads.clear();
    }

    private ObservedUnit observed(boolean finished) {
        List<ObservedStatement> statements = new ArrayList<>();
        List<ReadColumn> columns = new ArrayList<>();
        shapes.forEach(shape -> {
            shape.tallies().forEach(tally -> statements.add(tally.observed()));
            columns.addAll(shape.columns());
        });
        String dialect = recorder.dialect().name();
        boolean undeclared =
                statements.stream().anyMatch(statement -> statement.undeclared().units() > 0);
        return new ObservedUnit(
                name,
                owned,
                finished,
                dialect,
                lastEnd - beganAt,
                transactions,
                statements,
                columns,
                dropped,
                undeclared ? recorder.observedRouting() : Optional.empty(),
                timeline());
    }
}
