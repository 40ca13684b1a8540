package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

abstract class DelegatePreparedStatement extends DelegateStatement<PreparedStatement> implements PreparedStatement {
    private static final MethodHandle LEAF = Leaf.constructor(
            MethodHandles.lookup(),
            DelegatePreparedStatement.class,
            PreparedStatement.class,
            Connection.class,
            Meter.class);

    DelegatePreparedStatement(PreparedStatement delegate, Connection connection, Meter meter) {
        super(delegate, connection, meter);
    }

    static DelegatePreparedStatement of(PreparedStatement delegate, Connection connection, Meter meter) {
        try {
            return (DelegatePreparedStatement) LEAF.invokeExact(delegate, connection, meter);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public void setLong(int parameter, long value) throws SQLException {
        delegate.setLong(parameter, value);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        long startedAt = meter.started();
        ResultSet result = delegate.executeQuery();
        meter.executed(startedAt);
        return DelegateResultSet.of(result, this);
    }

    @Override
    public int executeUpdate() throws SQLException {
        long startedAt = meter.started();
        int count = delegate.executeUpdate();
        meter.executed(startedAt);
        return count;
    }

    @Override
    public void addBatch() throws SQLException {
        delegate.addBatch();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        long startedAt = meter.started();
        int[] counts = delegate.executeBatch();
        meter.executed(startedAt);
        return counts;
    }
}
