package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/**
 * A run of values (parameters or literals) of a text that play one role. Values are numbered from 0 in the order of the text,
 * parameters and literals alike. A run is longer than 1 only for an IN list.
 *
 * @param role what the values are for
 * @param column the unqualified name of the column that they are compared with or assigned to, where the text shows it
 * @param first the number of the first value
 * @param count how many values
 */
public record Slot(Role role, @Nullable String column, int first, int count) {

    /** What a value is for. */
    public enum Role {
        /** Compared for equality: {@code column = ?}. */
        EQUAL,
        /** Compared by order: {@code column > ?}, also inside a row comparison. */
        RANGE,
        /** An element of an IN list. */
        IN,
        /** An array whose elements something is compared with: {@code column = ANY(?)}. */
        ARRAY,
        /** The number of rows of the outermost LIMIT, FETCH or TOP. */
        LIMIT,
        /** The number of rows that the outermost OFFSET skips. */
        OFFSET,
        /** Anything else. */
        OTHER
    }
}
