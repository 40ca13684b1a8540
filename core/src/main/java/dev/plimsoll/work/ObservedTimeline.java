package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import java.util.List;
import java.util.Optional;

/**
 * When a unit of work did what, through one data source. Immutable.
 *
 * @param number different for every timeline of this JVM, ascending with the beginnings of their units
 * @param unit the owner's name for the unit, or one made of its thread
 * @param elapsedNanos wall time from its first statement to the end of the last
 * @param ageNanos wall time from its first statement to its end, which was just now
 * @param transactions transactions that were committed or rolled back in it
 * @param executions all executions in it
 * @param statements those that the marks refer to by index
 */
public record ObservedTimeline(
        long number,
        String unit,
        long elapsedNanos,
        long ageNanos,
        long transactions,
        long executions,
        List<Statement> statements,
        Marks marks) {
    /** Marks kept of one unit. */
    public static final int MAX_MARKS = 500;

    public ObservedTimeline {
        statements = List.copyOf(statements);
    }

    /**
     * A statement of the unit.
     *
     * @param callSite where it was executed first, as far as that is known
     */
    public record Statement(SqlFacts facts, Optional<CallSite> callSite) {}
}
