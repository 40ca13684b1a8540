package bench.jdbc;

import java.sql.SQLException;

/** The cast behind {@code unwrap}. */
final class Unwrap {
    private Unwrap() {}

    static <T> T to(Class<T> type, Object object) throws SQLException {
        if (!type.isInstance(object)) {
            throw new SQLException(object.getClass().getName() + " is no " + type.getName());
        }
        return type.cast(object);
    }
}
