package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

abstract class DelegateStatement<S extends Statement> implements Statement {
    private static final MethodHandle LEAF = Leaf.constructor(
            MethodHandles.lookup(), DelegateStatement.class, Statement.class, Connection.class, Meter.class);

    final S delegate;
    final Meter meter;
    private final Connection connection;

    DelegateStatement(S delegate, Connection connection, Meter meter) {
        this.delegate = delegate;
        this.connection = connection;
        this.meter = meter;
    }

    static Statement of(Statement delegate, Connection connection, Meter meter) {
        try {
            return (DelegateStatement<?>) LEAF.invokeExact(delegate, connection, meter);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        long startedAt = meter.started();
        ResultSet result = delegate.executeQuery(sql);
        meter.executed(startedAt);
        return DelegateResultSet.of(result, this);
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        long startedAt = meter.started();
        int count = delegate.executeUpdate(sql);
        meter.executed(startedAt);
        return count;
    }

    @Override
    public Connection getConnection() {
        return connection;
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
    public void setFetchSize(int rows) throws SQLException {
        delegate.setFetchSize(rows);
    }

    @Override
    public int getFetchSize() throws SQLException {
        return delegate.getFetchSize();
    }

    @Override
    public int getResultSetType() throws SQLException {
        return delegate.getResultSetType();
    }
}
