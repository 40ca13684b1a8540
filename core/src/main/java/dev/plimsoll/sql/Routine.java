package dev.plimsoll.sql;

import org.jspecify.annotations.Nullable;

/**
 * A function or an aggregate of a user, as a catalog describes it.
 *
 * @param id its number in the catalog
 * @param volatility what it declares to do
 * @param compiled whether it is written in C, so that its name says what it does
 * @param field whether it may be called like a field of a row, as {@code t.f}
 * @param body the text of its body if nobody has resolved that; otherwise null
 * @param uses what it is known to rest on
 */
public record Routine(
        long id,
        String schema,
        String name,
        Volatility volatility,
        boolean compiled,
        boolean field,
        @Nullable String body,
        Uses uses) {

    /** What a function declares to do; a declaration that its language lets nobody check counts as {@link #VOLATILE}. */
    public enum Volatility {
        IMMUTABLE,
        STABLE,
        VOLATILE;

        boolean readsOnly() {
            return this != VOLATILE;
        }
    }
}
