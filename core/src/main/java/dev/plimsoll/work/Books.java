package dev.plimsoll.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tells a bookkeeper what ledgers hold. Failures of the bookkeeper end here. */
final class Books {
    /** How long a unit may execute before it is told of; shorter ones are told of once. */
    static final long TELL_NANOS = 1_000_000_000L;

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Bookkeeper keeper;
    private final Guard guard;

    Books(Bookkeeper keeper, Guard guard) {
        this.keeper = keeper;
        this.guard = guard;
    }

    /** These books, and {@code other}, who is told the same. */
    Books and(Bookkeeper other) {
        return new Books(new TwoBookkeepers(keeper, other), guard);
    }

    /** For a unit that begins: null if nothing but its sums is to be kept. */
    @Nullable
    Telling begin(long startedAt) {
        try {
            return keeper.wantsTimelines()
                    ? new Telling(startedAt, NUMBERS.incrementAndGet(), new Timeline(startedAt))
                    : null;
        } catch (Throwable failure) { // a bookkeeper's failure is not the application's
            guard.failed("asking for timelines", failure);
            return null;
        }
    }

    /** Tells what was not told before. */
    void tell(ShapeTable shapes, boolean runsOn) {
        try {
            for (int i = 0; i < shapes.size(); i++) { // no iterator
                shapes.get(i).tell(keeper, runsOn);
            }
        } catch (Throwable failure) { // a bookkeeper's failure is not the application's
            guard.failed("adding up executions", failure);
        }
    }

    /** Rows were read after the end of their unit. */
    void tellLate(Tally tally, long rows) {
        try {
            keeper.executed(tally.shape.facts, tally.shape.schema, tally.siteOrNull(), 0, 0, 0, 0, rows, 0, 0);
        } catch (Throwable failure) { // a bookkeeper's failure is not the application's
            guard.failed("adding up rows", failure);
        }
    }

    void transactionEnded(Mark.Kind how, long nanos) {
        try {
            keeper.transactionEnded(how, nanos);
        } catch (Throwable failure) { // a bookkeeper's failure is not the application's
            guard.failed("counting a transaction", failure);
        }
    }

    void dropped(long nanos) {
        try {
            keeper.dropped(nanos);
        } catch (Throwable failure) { // a bookkeeper's failure is not the application's
            guard.failed("adding up executions", failure);
        }
    }

    void ended(
            long number,
            String unit,
            long elapsedNanos,
            long ageNanos,
            long transactions,
            long executions,
            ShapeTable shapes,
            Timeline line) {
        try {
            List<ObservedTimeline.Statement> statements = new ArrayList<>();
            Marks marks = line.marks(shapes.inOrder(), statements);
            keeper.ended(new ObservedTimeline(
                    number, unit, elapsedNanos, ageNanos, transactions, executions, statements, marks));
        } catch (Throwable failure) { // a bookkeeper's failure is not the application's
            guard.failed("keeping a timeline", failure);
        }
    }

    /** What a unit has beside its sums: made for one that takes long, or has a timeline. */
    static final class Telling {
        long toldAt;
        /** That of the timeline; 0 without one. */
        final long number;

        final @Nullable Timeline timeline;

        Telling(long toldAt, long number, @Nullable Timeline timeline) {
            this.toldAt = toldAt;
            this.number = number;
            this.timeline = timeline;
        }
    }
}
