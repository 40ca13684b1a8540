package dev.plimsoll.jdbc;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.CommonDataSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import javax.sql.PooledConnectionBuilder;
import javax.sql.XAConnection;
import javax.sql.XAConnectionBuilder;
import javax.sql.XADataSource;

/** The methods of every kind of data source; a subclass says which kinds it is, and only their methods are called. */
abstract class ProxyDataSource implements CommonDataSource, Watched {
    private final CommonDataSource delegate;
    private final Interception interception;

    ProxyDataSource(CommonDataSource delegate, Interception interception) {
        this.delegate = delegate;
        this.interception = interception;
    }

    public final Connection getConnection() throws SQLException {
        return interception.wrap(((DataSource) delegate).getConnection());
    }

    public final Connection getConnection(String user, String password) throws SQLException {
        return interception.wrap(((DataSource) delegate).getConnection(user, password));
    }

    public final ConnectionBuilder createConnectionBuilder() throws SQLException {
        return new ProxyConnectionBuilder(((DataSource) delegate).createConnectionBuilder(), interception);
    }

    public final XAConnection getXAConnection() throws SQLException {
        return ProxyXAConnection.of(((XADataSource) delegate).getXAConnection(), interception);
    }

    public final XAConnection getXAConnection(String user, String password) throws SQLException {
        return ProxyXAConnection.of(((XADataSource) delegate).getXAConnection(user, password), interception);
    }

    public final XAConnectionBuilder createXAConnectionBuilder() throws SQLException {
        return new ProxyXAConnectionBuilder(((XADataSource) delegate).createXAConnectionBuilder(), interception);
    }

    public final PooledConnection getPooledConnection() throws SQLException {
        return ProxyPooledConnection.of(((ConnectionPoolDataSource) delegate).getPooledConnection(), interception);
    }

    public final PooledConnection getPooledConnection(String user, String password) throws SQLException {
        return ProxyPooledConnection.of(
                ((ConnectionPoolDataSource) delegate).getPooledConnection(user, password), interception);
    }

    public final PooledConnectionBuilder createPooledConnectionBuilder() throws SQLException {
        return new ProxyPooledConnectionBuilder(
                ((ConnectionPoolDataSource) delegate).createPooledConnectionBuilder(), interception);
    }

    @Override
    public final ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
        return delegate.createShardingKeyBuilder();
    }

    @Override
    public final PrintWriter getLogWriter() throws SQLException {
        return delegate.getLogWriter();
    }

    @Override
    public final void setLogWriter(PrintWriter out) throws SQLException {
        delegate.setLogWriter(out);
    }

    @Override
    public final int getLoginTimeout() throws SQLException {
        return delegate.getLoginTimeout();
    }

    @Override
    public final void setLoginTimeout(int seconds) throws SQLException {
        delegate.setLoginTimeout(seconds);
    }

    @Override
    public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return delegate.getParentLogger();
    }

    public final <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.unwrap(this, delegate, type);
    }

    public final boolean isWrapperFor(Class<?> type) {
        return Unwrapping.isWrapperFor(delegate, type);
    }

    @Override
    public final String toString() {
        return "Plimsoll over " + delegate;
    }

    /** For subclasses that are closeable. */
    final void closeDelegate() throws IOException {
        try {
            ((AutoCloseable) delegate).close();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("Closing " + delegate.getClass().getName() + " failed", failure);
        } finally {
            interception.closed();
        }
    }
}
