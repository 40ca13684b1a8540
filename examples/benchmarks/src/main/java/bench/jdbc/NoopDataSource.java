package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens connections to nothing: every query finds constant rows, every update one row, and nothing is allocated on the way. */
public abstract class NoopDataSource implements DataSource {
    private static final MethodHandle LEAF = Leaf.constructor(MethodHandles.lookup(), NoopDataSource.class);

    /** Rows of a query whose text names no id. */
    public static final int ROWS = 1_000;

    /** Drivers know what they have opened. */
    @Nullable
    Connection open;

    NoopDataSource() {}

    public static DataSource create() {
        try {
            return (NoopDataSource) LEAF.invokeExact();
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public Connection getConnection() {
        Connection opened = NoopConnection.create();
        open = opened;
        return opened;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrap.to(type, this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
