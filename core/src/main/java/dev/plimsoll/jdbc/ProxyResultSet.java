package dev.plimsoll.jdbc;

import dev.plimsoll.work.Session;
import dev.plimsoll.work.Tally;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is intercepted of a result: its rows are counted, and a large one is told how it was fetched once it has been read. There is
 * one of these per execution, and {@link #next} is called for every row: each field and each instruction there counts.
 */
abstract class ProxyResultSet implements ResultSet, Watched {
    protected final ResultSet delegate;
    /** Null for rows that no statement has returned, such as answers about the database. */
    private final @Nullable ProxyStatement statement;
    /** Null once the rows have been told, or if they count nowhere. */
    private @Nullable Tally tally;

    private long rows;
    private int fetchSize;
    private final boolean inTransaction;

    ProxyResultSet(@Nullable ProxyStatement statement, ResultSet delegate, @Nullable Tally tally) {
        this.statement = statement;
        this.delegate = delegate;
        this.tally = tally;
        this.fetchSize = statement == null ? 0 : statement.fetchSize();
        this.inTransaction = statement != null && statement.session().inTransaction();
    }

    @Override
    public boolean next() throws SQLException {
        if (delegate.next()) {
            rows++;
            return true;
        }
        end();
        return false;
    }

    @Override
    public final void close() throws SQLException {
        end();
        try {
            delegate.close();
        } finally {
            if (statement != null) {
                statement.closed(this);
            }
        }
    }

    @Override
    public final @Nullable Statement getStatement() throws SQLException {
        return delegate.getStatement() == null ? null : statement;
    }

    @Override
    public final void setFetchSize(int size) throws SQLException {
        delegate.setFetchSize(size);
        fetchSize = size;
    }

    @Override
    public final @Nullable Object getObject(int column) throws SQLException {
        return watched(column, delegate.getObject(column));
    }

    @Override
    public final @Nullable Object getObject(int column, Map<String, Class<?>> map) throws SQLException {
        return watched(column, delegate.getObject(column, map));
    }

    @Override
    public final <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
        T value = delegate.getObject(column, type);
        read(column, value);
        return statement == null ? value : Returned.watched(value, type, statement);
    }

    @Override
    public final @Nullable Object getObject(String label) throws SQLException {
        return watched(label, delegate.getObject(label));
    }

    @Override
    public final @Nullable Object getObject(String label, Map<String, Class<?>> map) throws SQLException {
        return watched(label, delegate.getObject(label, map));
    }

    @Override
    public final <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
        T value = delegate.getObject(label, type);
        read(label, value);
        return statement == null ? value : Returned.watched(value, type, statement);
    }

    @Override
    public final @Nullable Array getArray(int column) throws SQLException {
        Array array = delegate.getArray(column);
        return statement == null ? array : statement.connection.watched(array);
    }

    @Override
    public final @Nullable Array getArray(String label) throws SQLException {
        Array array = delegate.getArray(label);
        return statement == null ? array : statement.connection.watched(array);
    }

    @Override
    public final void insertRow() throws SQLException {
        RowChange change = RowChange.begin(statement, "INSERT INTO ", " VALUES (?)");
        try {
            delegate.insertRow();
            RowChange.executed(change);
        } catch (Throwable failure) { // the driver's: only looked at
            RowChange.failed(change);
            throw failure;
        }
    }

    @Override
    public final void updateRow() throws SQLException {
        RowChange change = RowChange.begin(statement, "UPDATE ", " SET row = ?");
        try {
            delegate.updateRow();
            RowChange.executed(change);
        } catch (Throwable failure) { // the driver's: only looked at
            RowChange.failed(change);
            throw failure;
        }
    }

    @Override
    public final void deleteRow() throws SQLException {
        RowChange change = RowChange.begin(statement, "DELETE FROM ", " WHERE row = ?");
        try {
            delegate.deleteRow();
            RowChange.executed(change);
        } catch (Throwable failure) { // the driver's: only looked at
            RowChange.failed(change);
            throw failure;
        }
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.unwrap(this, delegate, type);
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) {
        return Unwrapping.isWrapperFor(delegate, type);
    }

    final long rows() {
        return rows;
    }

    /** No more rows will be counted; tells how many there were, while the driver still answers questions about them. */
    final void end() {
        Tally counted = tally;
        if (counted != null) {
            tally = null;
            if (isLarge() && statement != null) {
                tellHowFetched(counted, statement);
            }
            counted.rowsRead(rows);
        }
    }

    private boolean isLarge() {
        return rows >= Session.LARGE_RESULT || (fetchSize > 0 && rows > fetchSize);
    }

    private void tellHowFetched(Tally counted, ProxyStatement asked) {
        try {
            Statement driver = asked.delegate;
            boolean plainCursor = inTransaction && Fetching.plainCursor(driver);
            int size = Fetching.size(fetchSize, delegate);
            asked.session().largeResult(counted, size, plainCursor, Fetching.maxRows(driver));
        } catch (Throwable failure) { // ours, so not the application's
            failed(failure);
        }
    }

    final void failed(Throwable failure) {
        if (statement != null) {
            statement.connection.interception.failed("looking at a result", failure);
        }
    }

    /** Where the rows count; null if nowhere, or no more. */
    final @Nullable Tally tally() {
        return tally;
    }

    /** A value was read from the current row. */
    void read(int column, @Nullable Object value) {}

    /** A value was read from the current row. */
    void read(String label, @Nullable Object value) {}

    private @Nullable Object watched(int column, @Nullable Object value) {
        read(column, value);
        return statement == null ? value : Returned.watched(value, statement);
    }

    private @Nullable Object watched(String label, @Nullable Object value) {
        read(label, value);
        return statement == null ? value : Returned.watched(value, statement);
    }
}
