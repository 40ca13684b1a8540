package dev.plimsoll.logbook;

import java.time.Instant;
import java.util.List;

/**
 * A unit of work that has ended, as far as it went through one data source.
 *
 * @param dataSource name of the data source
 * @param name the owner's name for it, or one made of its thread
 * @param start when its first statement began
 * @param nanos wall time from then to the end of its last statement
 * @param transactions transactions that were committed or rolled back in it
 * @param executions all executions in it, those that failed included
 * @param statements the statements of the timeline
 * @param timeline what happened, by time
 * @param omitted executions that are not in the timeline because it was full
 */
public record LoggedUnit(
        String dataSource,
        String name,
        Instant start,
        long nanos,
        long transactions,
        long executions,
        List<Statement> statements,
        List<Mark> timeline,
        long omitted) {
    public LoggedUnit {
        statements = List.copyOf(statements);
        timeline = List.copyOf(timeline);
    }

    /**
     * A statement of the unit.
     *
     * @param fingerprint of the shape, in hexadecimal digits
     * @param shape the statement without literals
     * @param callSite where it was executed first, as far as that is known; otherwise empty
     */
    public record Statement(String fingerprint, String shape, String callSite) {}

    /**
     * Something that happened in the unit.
     *
     * @param kind what happened
     * @param statement index of the statement in {@link LoggedUnit#statements}; -1 for the end of a transaction
     * @param offsetNanos when it began, from the start of the unit
     * @param nanos how long it took; for several executions in a row, from the beginning of the first to the end of the last
     * @param times how many executions in a row of the same statement this stands for: 1, but in long units
     * @param rows rows that were read from its result, or written by its batch
     */
    public record Mark(Kind kind, int statement, long offsetNanos, long nanos, long times, long rows) {}

    /** What happened. */
    public enum Kind {
        /** A statement was executed in a transaction. */
        EXECUTED,
        /** A statement was executed in autocommit. */
        AUTOCOMMITTED,
        /** A statement was refused by the driver. */
        FAILED,
        /** A transaction was committed. */
        COMMITTED,
        /** A transaction was rolled back. */
        ROLLED_BACK
    }
}
