package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

abstract class DelegateConnection implements Connection {
    private static final MethodHandle LEAF =
            Leaf.constructor(MethodHandles.lookup(), DelegateConnection.class, Connection.class, Meter.class);

    private final Connection delegate;
    private final Meter meter;

    DelegateConnection(Connection delegate, Meter meter) {
        this.delegate = delegate;
        this.meter = meter;
    }

    static DelegateConnection of(Connection delegate, Meter meter) {
        try {
            return (DelegateConnection) LEAF.invokeExact(delegate, meter);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public Statement createStatement() throws SQLException {
        return DelegateStatement.of(delegate.createStatement(), this, meter);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return DelegatePreparedStatement.of(delegate.prepareStatement(sql), this, meter);
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        delegate.setAutoCommit(on);
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        return delegate.getAutoCommit();
    }

    @Override
    public void commit() throws SQLException {
        delegate.commit();
    }

    @Override
    public void rollback() throws SQLException {
        delegate.rollback();
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        return delegate.getMetaData();
    }

    @Override
    public void close() throws SQLException {
        delegate.close();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return delegate.isClosed();
    }

    @Override
    public boolean isValid(int timeout) throws SQLException {
        return delegate.isValid(timeout);
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return delegate.isReadOnly();
    }

    @Override
    public int getHoldability() throws SQLException {
        return delegate.getHoldability();
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        return delegate.getTransactionIsolation();
    }

    @Override
    public void clearWarnings() throws SQLException {
        delegate.clearWarnings();
    }
}
