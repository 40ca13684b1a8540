package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

abstract class DelegateResultSet implements ResultSet {
    private static final MethodHandle LEAF =
            Leaf.constructor(MethodHandles.lookup(), DelegateResultSet.class, ResultSet.class, Statement.class);

    private final ResultSet delegate;
    private final Statement statement;

    DelegateResultSet(ResultSet delegate, Statement statement) {
        this.delegate = delegate;
        this.statement = statement;
    }

    static DelegateResultSet of(ResultSet delegate, Statement statement) {
        try {
            return (DelegateResultSet) LEAF.invokeExact(delegate, statement);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public boolean next() throws SQLException {
        return delegate.next();
    }

    @Override
    public long getLong(int column) throws SQLException {
        return delegate.getLong(column);
    }

    @Override
    public String getString(int column) throws SQLException {
        return delegate.getString(column);
    }

    @Override
    public int getInt(int column) throws SQLException {
        return delegate.getInt(column);
    }

    @Override
    public boolean wasNull() throws SQLException {
        return delegate.wasNull();
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        return delegate.getMetaData();
    }

    @Override
    public Statement getStatement() {
        return statement;
    }

    @Override
    public void close() throws SQLException {
        delegate.close();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return delegate.isClosed();
    }
}
