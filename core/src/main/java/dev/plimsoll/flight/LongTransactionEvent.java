package dev.plimsoll.flight;

import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A transaction that was open for long, in a recording of Java Flight Recorder: it ends on this thread, with this stack. */
@Name(FlightEvents.LONG_TRANSACTION)
@Label("Long Transaction")
@Category("Plimsoll")
@StackTrace(true)
final class LongTransactionEvent extends Event {
    @Label("Unit of Work")
    String unit = "";

    @Label("Outcome")
    String outcome = "";

    @Label("Age")
    @Timespan(Timespan.NANOSECONDS)
    long age;

    @Label("Longest Idle Time")
    @Timespan(Timespan.NANOSECONDS)
    long longestIdle;

    @Label("Statements")
    long statements;

    @Label("Last Statement")
    String lastStatement = "";

    @Label("Written Tables")
    String writtenTables = "";

    static void of(
            String unit,
            String outcome,
            long ageNanos,
            long longestIdleNanos,
            long statements,
            String lastShape,
            List<String> tables) {
        LongTransactionEvent event = new LongTransactionEvent();
        if (event.isEnabled()) {
            event.unit = unit;
            event.outcome = outcome;
            event.age = ageNanos;
            event.longestIdle = longestIdleNanos;
            event.statements = statements;
            event.lastStatement = lastShape;
            event.writtenTables = String.join(", ", tables);
            event.commit();
        }
    }
}
