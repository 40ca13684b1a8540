package dev.plimsoll.jdbc;

import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/**
 * The answers of all wrappers to {@link Wrapper}: they are wrappers for whatever their delegate is or wraps, {@code Connection.class} and
 * its kin included, and never answer with themselves, since agents would take them for the driver.
 */
final class Unwrapping {
    private Unwrapping() {}

    static boolean isWrapperFor(Object delegate, @Nullable Class<?> type) {
        return Watched.isAskedFor(type) || (type != null && type.isInstance(delegate)) || reaches(delegate, type);
    }

    static <T> T unwrap(Watched wrapper, Object delegate, @Nullable Class<T> type) throws SQLException {
        if (type != null && Watched.isAskedFor(type) && type.isInstance(wrapper)) {
            return type.cast(wrapper);
        }
        if (type != null && type.isInstance(delegate)) {
            return type.cast(delegate);
        }
        if (delegate instanceof Wrapper below) {
            return below.unwrap(type);
        }
        throw new SQLException("Not a wrapper for " + type);
    }

    static boolean reaches(Object delegate, @Nullable Class<?> type) {
        return delegate instanceof Wrapper below && answers(below, type);
    }

    /** What the delegate says itself; some drivers throw here, or have no such method. */
    static boolean answers(Wrapper delegate, @Nullable Class<?> type) {
        try {
            return delegate.isWrapperFor(type);
        } catch (SQLException | RuntimeException | LinkageError e) {
            return false;
        }
    }
}
