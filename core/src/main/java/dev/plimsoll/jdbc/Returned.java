package dev.plimsoll.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** Values that a driver returns as objects, and is given back: those through which its statements could be reached are wrapped. */
final class Returned {
    private Returned() {}

    static @Nullable Object watched(@Nullable Object value, ProxyStatement statement) {
        if (value == null || value instanceof String || value instanceof Number) {
            return value; // nearly always
        }
        if (value instanceof ResultSet rows) {
            return statement.connection.watched(rows, statement.tally());
        }
        if (value instanceof Array array) {
            return statement.connection.watched(array);
        }
        return value;
    }

    /** A value of a type that the application has asked for; not wrapped if only the driver's own will do. */
    static <T> @Nullable T watched(@Nullable T value, @Nullable Class<T> type, ProxyStatement statement) {
        Object watched = watched(value, statement);
        return type != null && type.isInstance(watched) ? type.cast(watched) : value;
    }

    /** What the driver knows of a value that the application gives it. */
    static @Nullable Object raw(@Nullable Object value) {
        return value instanceof ProxyArray array ? array.delegate : value;
    }

    static @Nullable Array raw(@Nullable Array value) {
        return value instanceof ProxyArray array ? array.delegate : value;
    }
}
