package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Wraps everything and adds nothing but what its meter does around each execution. */
public abstract class DelegateDataSource implements DataSource {
    private static final MethodHandle LEAF =
            Leaf.constructor(MethodHandles.lookup(), DelegateDataSource.class, DataSource.class, Meter.class);

    private final DataSource delegate;
    private final Meter meter;

    DelegateDataSource(DataSource delegate, Meter meter) {
        this.delegate = delegate;
        this.meter = meter;
    }

    public static DataSource of(DataSource delegate, Meter meter) {
        try {
            return (DelegateDataSource) LEAF.invokeExact(delegate, meter);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DelegateConnection.of(delegate.getConnection(), meter);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return delegate.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return delegate.isWrapperFor(type);
    }
}
