package dev.plimsoll.detect;

import dev.plimsoll.sql.Slot;
import dev.plimsoll.work.ObservedStatement;

/**
 * The IN list that carries what varies between the executions of a statement: a batch loader's, if it is long enough.
 *
 * @param elements its elements in all executions
 * @param executions of the statement
 */
record InListLoading(long elements, long executions) {

    /** A list that is always the same, such as one of states, loads nothing. */
    static InListLoading of(ObservedStatement statement) {
        Slot list = statement.facts().largestIn();
        boolean loads = list != null && (list.first() >= Varying.COMPARED || Varying.varies(statement, list));
        return new InListLoading(loads ? statement.values().elements() : 0, statement.executions());
    }

    /** Whether an execution has at least {@code size} elements on average. */
    boolean averages(long size) {
        return elements >= size * executions && elements > 0;
    }
}
