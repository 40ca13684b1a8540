package dev.plimsoll.spring;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What a data source bean becomes: connections come from the watched side, everything else from the pool. The name is how Spring tells a
 * proxy ({@code AopUtils.isAopProxy}).
 */
class Watched$$DataSource extends AdvisedDataSource {
    private final DataSource pool;
    private final DataSource watched;

    /**
     * @param pool the bean as it was
     * @param watched hands out its connections, watched
     */
    Watched$$DataSource(DataSource pool, DataSource watched) {
        super(pool);
        this.pool = pool;
        this.watched = watched;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return watched.getConnection(user, password);
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        return watched.createConnectionBuilder();
    }

    /** The pool first, also for {@code DataSource.class}: who asks wants what is under this. Then what only the watched side is. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(pool)) {
            return type.cast(pool);
        }
        return type.isInstance(this) ? type.cast(this) : watched.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(pool) || type.isInstance(this) || watched.isWrapperFor(type);
    }

    @Override
    public String toString() {
        return watched.toString();
    }
}
