package dev.plimsoll.spring;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool as Plimsoll's core sees it. It is not asked what it wraps before it is used, which would make a lazy one too early, and
 * closing what stands on it does not close it: Spring does that.
 */
final class Leaf extends DelegatingDataSource implements AutoCloseable {
    private final DataSource pool;
    private volatile boolean used;

    Leaf(DataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public java.sql.Connection getConnection() throws SQLException {
        used = true;
        return pool.getConnection();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(pool) ? type.cast(pool) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(pool) || used && pool.isWrapperFor(type);
    }

    @Override
    public void close() {
        // see the class
    }

    @Override
    public String toString() {
        return pool.toString();
    }
}
