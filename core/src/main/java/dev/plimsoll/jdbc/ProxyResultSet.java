package dev.plimsoll.jdbc;

import dev.plimsoll.work.Session;
import dev.plimsoll.work.Tally;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is intercepted of a result: its rows are counted, and hashes of the values read from the first of them are left as samples.
 * There is one of these per execution, and {@link #next} is called for every row: each field and each instruction there counts.
 */
abstract class ProxyResultSet implements ResultSet, Watched {
    private static final int SAMPLED_ROWS = 64;
    private static final int NOT_YET = Tally.NOT_SAMPLED - 1;
    private static final int NEVER = 0;

    protected final ResultSet delegate;
    /** Null for rows that no statement has returned, such as answers about the database. */
    private final @Nullable ProxyStatement statement;
    /** Null once the rows have been told, or if they count nowhere. */
    private @Nullable Tally tally;

    private long rows;
    /** The row at which to do more than count. */
    private int attentionAt;
    /** Where values of the current row are left; negative if nowhere. */
    int sample;

    ProxyResultSet(@Nullable ProxyStatement statement, ResultSet delegate, @Nullable Tally tally, boolean sampled) {
        this.statement = statement;
        this.delegate = delegate;
        this.tally = tally;
        this.attentionAt = tally == null ? NEVER : 1;
        this.sample = tally != null && sampled ? NOT_YET : Tally.NOT_SAMPLED;
    }

    @Override
    public final boolean next() throws SQLException {
        if (!delegate.next()) {
            end();
            return false;
        }
        if (++rows == attentionAt) {
            attend();
        }
        return true;
    }

    @Override
    public final void close() throws SQLException {
        try {
            delegate.close();
        } finally {
            end();
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
        if (statement != null && attentionAt != NEVER) {
            statement.fetchSize(size);
            attentionAt = (int) rows + 1;
        }
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
        if (sample >= 0) {
            read(column, value);
        }
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
        if (sample >= 0) {
            read(label, value);
        }
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

    /** No more rows will be counted; tells how many there were. */
    final void end() {
        Tally counted = tally;
        if (counted != null) {
            tally = null;
            sample = Tally.NOT_SAMPLED;
            attentionAt = NEVER;
            counted.rowsRead(rows);
        }
    }

    private void attend() {
        Tally counted = tally;
        if (counted == null || statement == null) {
            attentionAt = NEVER;
            return;
        }
        try {
            if (sample != Tally.NOT_SAMPLED) {
                sample = rows <= SAMPLED_ROWS ? counted.claimRow() : Tally.NOT_SAMPLED;
            }
            if (sample >= 0 && rows == 2 && counted.labels() == null) {
                tellLabels(counted);
            }
            attendToSize(counted, statement);
        } catch (Throwable failure) { // ours, so not the application's
            sample = Tally.NOT_SAMPLED;
            attentionAt = NEVER;
            statement.connection.interception.failed("looking at a row", failure);
        }
    }

    /** A result is told to be large when it outgrows the fetch size it was asked for, and at the latest at a fixed number of rows. */
    private void attendToSize(Tally counted, ProxyStatement asked) {
        int size = asked.fetchSize();
        int large = size > 0 && size < Session.LARGE_RESULT && rows <= size + 1 ? size + 1 : Session.LARGE_RESULT;
        if (rows == large) {
            Statement driver = asked.delegate;
            asked.session()
                    .largeResult(
                            counted,
                            Fetching.size(size, delegate),
                            Fetching.plainCursor(driver),
                            Fetching.maxRows(driver));
        }
        attentionAt = sample != Tally.NOT_SAMPLED ? (int) rows + 1 : rows < Session.LARGE_RESULT ? next(large) : NEVER;
    }

    private int next(int large) {
        return rows < large ? large : Session.LARGE_RESULT;
    }

    private @Nullable Object watched(int column, @Nullable Object value) {
        if (sample >= 0) {
            read(column, value);
        }
        return statement == null ? value : Returned.watched(value, statement);
    }

    private @Nullable Object watched(String label, @Nullable Object value) {
        if (sample >= 0) {
            read(label, value);
        }
        return statement == null ? value : Returned.watched(value, statement);
    }

    /** A whole number was read from a sampled row; 0 may stand for NULL, and is no key. */
    final void read(int column, long value) {
        Tally counted = tally;
        if (counted != null && value != 0) {
            counted.read(sample, column, value);
        }
    }

    final void read(String label, long value) {
        if (value != 0) {
            read(column(label), value);
        }
    }

    final void read(int column, @Nullable Object value) {
        Tally counted = tally;
        if (counted != null && mayBeKey(value)) {
            counted.read(sample, column, value);
        }
    }

    final void read(String label, @Nullable Object value) {
        if (mayBeKey(value)) {
            read(column(label), value);
        }
    }

    /** Values of these types are what children are looked up by, and their hashes are cheap and safe. */
    private static boolean mayBeKey(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof UUID
                || value instanceof byte[]
                || value instanceof Date
                || value instanceof TemporalAccessor;
    }

    private int column(String label) {
        Tally counted = tally;
        if (counted == null) {
            return 0;
        }
        String[] labels = counted.labels();
        return ColumnLabels.number(labels == null ? tellLabels(counted) : labels, label);
    }

    private String[] tellLabels(Tally counted) {
        String[] labels = ColumnLabels.of(delegate);
        counted.labels(labels);
        return labels;
    }
}
