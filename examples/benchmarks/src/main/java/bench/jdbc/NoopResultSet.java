package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

abstract class NoopResultSet implements ResultSet {
    private static final MethodHandle LEAF =
            Leaf.constructor(MethodHandles.lookup(), NoopResultSet.class, NoopStatement.class, long.class, int.class);

    private final NoopStatement statement;
    private final long firstId;
    private final int rows;
    private int row;
    private boolean closed;

    NoopResultSet(NoopStatement statement, long firstId, int rows) {
        this.statement = statement;
        this.firstId = firstId;
        this.rows = rows;
    }

    static NoopResultSet create(NoopStatement statement, long firstId, int rows) {
        try {
            return (NoopResultSet) LEAF.invokeExact(statement, firstId, rows);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public boolean next() {
        if (row <= rows) {
            row++;
        }
        return row <= rows;
    }

    @Override
    public long getLong(int column) throws SQLException {
        requireRow();
        return firstId + row - 1;
    }

    @Override
    public String getString(int column) throws SQLException {
        requireRow();
        return "keel";
    }

    @Override
    public int getInt(int column) throws SQLException {
        requireRow();
        return column;
    }

    private void requireRow() throws SQLException {
        if (closed || row < 1 || row > rows) {
            throw new SQLException("Not on a row");
        }
    }

    @Override
    public boolean wasNull() {
        return false;
    }

    @Override
    public ResultSetMetaData getMetaData() {
        return NoopResultSetMetaData.create();
    }

    @Override
    public Statement getStatement() {
        return statement;
    }

    @Override
    public int getType() {
        return TYPE_FORWARD_ONLY;
    }

    @Override
    public int getFetchSize() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
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
