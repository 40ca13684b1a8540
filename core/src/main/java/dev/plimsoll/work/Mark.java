package dev.plimsoll.work;

import java.util.List;

/**
 * Something that happened in a unit of work.
 *
 * @param kind what happened
 * @param statement index of the statement among those of the timeline; -1 for the end of a transaction
 * @param transaction the transaction it belongs to, different for every one of this JVM; 0 in autocommit
 * @param offsetNanos when it began, from the start of the unit
 * @param nanos how long it took; for several executions in a row, from the beginning of the first to the end of the last
 * @param times how many executions in a row of the same statement this stands for: 1, but in long units
 * @param rows rows that were read from its result, or written by its batch
 */
public record Mark(Kind kind, int statement, long transaction, long offsetNanos, long nanos, long times, long rows) {
    /** What happened. */
    public enum Kind {
        /** A statement was executed in a transaction. */
        EXECUTED(0),
        /** A statement was executed in autocommit. */
        AUTOCOMMITTED(1),
        /** A statement was refused by the driver. */
        FAILED(2),
        /** A transaction was committed. */
        COMMITTED(3),
        /** A transaction was rolled back. */
        ROLLED_BACK(4);

        private static final List<Kind> ALL = List.of(values());

        /** How it is packed. */
        final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) {
            for (Kind kind : ALL) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind has the code " + code);
        }
    }
}
