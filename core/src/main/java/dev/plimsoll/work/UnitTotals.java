package dev.plimsoll.work;

/**
 * Sums over what a unit of work has executed.
 *
 * @param statements executions, failed ones too; a JDBC batch is one
 * @param nanos time in the driver of those that succeeded
 * @param rows read from their results
 */
public record UnitTotals(long statements, long nanos, long rows) {
    public static final UnitTotals NONE = new UnitTotals(0, 0, 0);

    /** These and {@code other} together. */
    public UnitTotals plus(UnitTotals other) {
        return new UnitTotals(statements + other.statements, nanos + other.nanos, rows + other.rows);
    }
}
