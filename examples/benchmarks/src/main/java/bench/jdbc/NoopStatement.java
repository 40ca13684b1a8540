package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

abstract class NoopStatement implements Statement {
    private static final MethodHandle LEAF =
            Leaf.constructor(MethodHandles.lookup(), NoopStatement.class, NoopConnection.class);

    private final NoopConnection connection;
    private @Nullable String text;
    private @Nullable ResultSet result;
    private int fetchSize;
    private boolean closed;

    NoopStatement(NoopConnection connection) {
        this.connection = connection;
    }

    static NoopStatement create(NoopConnection connection) {
        try {
            return (NoopStatement) LEAF.invokeExact(connection);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public ResultSet executeQuery(String sql) {
        text = sql;
        return open(1, rows(sql));
    }

    /** A text that ends with its table asks for all rows, any other for one. */
    static int rows(String sql) {
        return sql.endsWith("item") ? NoopDataSource.ROWS : 1;
    }

    final ResultSet open(long firstId, int rows) {
        ResultSet opened = NoopResultSet.create(this, firstId, rows);
        result = opened;
        return opened;
    }

    @Override
    public @Nullable ResultSet getResultSet() {
        return result;
    }

    @Override
    public int executeUpdate(String sql) {
        return 1;
    }

    @Override
    public void close() {
        result = null;
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public void setFetchSize(int rows) {
        fetchSize = rows;
    }

    @Override
    public int getFetchSize() {
        return fetchSize;
    }

    @Override
    public int getMaxRows() {
        return 0;
    }

    @Override
    public int getResultSetType() {
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public int getResultSetConcurrency() {
        return ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public int getResultSetHoldability() {
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrap.to(type, this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public String toString() {
        return "noop: " + text;
    }
}
