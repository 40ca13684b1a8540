package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.openjdk.jmh.annotations.CompilerControl;

abstract class NoopResultSet implements ResultSet {
    private static final MethodHandle LEAF =
            Leaf.constructor(MethodHandles.lookup(), NoopResultSet.class, NoopStatement.class, long.class, int.class);

    private static final int FETCH_SIZE = 100;

    private final NoopStatement statement;
    private final long firstId;
    private final int rows;
    private int fetched;
    private int row;
    private boolean ended;
    private boolean wasNull = true;
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
        if (row == fetched && !fetch()) {
            return false;
        }
        row++;
        return true;
    }

    /** Rows come some at a time, through a call that no compiler sees to the end of, as in every driver. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private boolean fetch() {
        ended = fetched == rows;
        fetched = Math.min(fetched + FETCH_SIZE, rows);
        return !ended;
    }

    @Override
    public long getLong(int column) throws SQLException {
        readColumn();
        return firstId + row - 1;
    }

    @Override
    public String getString(int column) throws SQLException {
        readColumn();
        return "keel";
    }

    @Override
    public int getInt(int column) throws SQLException {
        readColumn();
        return column;
    }

    private void readColumn() throws SQLException {
        if (closed || ended || row == 0) {
            throw new SQLException("Not on a row");
        }
        wasNull = false;
    }

    @Override
    public boolean wasNull() {
        return wasNull;
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
