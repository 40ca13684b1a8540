package dev.plimsoll.detect;

import dev.plimsoll.sql.Slot;
import dev.plimsoll.sql.Slot.Role;
import dev.plimsoll.work.ObservedStatement;

/**
 * The IN list that carries what varies between the executions of a statement: a batch loader's, if it is long enough.
 *
 * @param elements its elements in all executions
 * @param executions of the statement
 * @param array whether it is an array instead, of unknown length, which nobody binds for the sake of one element
 */
record InListLoading(long elements, long executions, boolean array) {

    /** A list that is always the same, such as one of states, loads nothing. */
    static InListLoading of(ObservedStatement statement) {
        Slot list = statement.facts().largestIn();
        boolean loads = list != null && (list.first() >= Varying.COMPARED || Varying.varies(statement, list));
        boolean array = Varying.slots(statement).stream().anyMatch(slot -> slot.role() == Role.ARRAY);
        return new InListLoading(loads ? statement.values().elements() : 0, statement.executions(), array);
    }

    /** Whether an execution has at least {@code size} elements on average. */
    boolean averages(long size) {
        return array || elements >= size * executions && elements > 0;
    }

    /** As people read it. */
    String chunks() {
        return array
                ? Amount.count(executions, "array")
                : Amount.count(executions) + " IN lists of " + Amount.count(elements / executions)
                        + " elements on average";
    }
}
