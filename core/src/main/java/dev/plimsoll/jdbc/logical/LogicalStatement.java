package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Reason;
import dev.plimsoll.sql.SqlFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has one of the driver's only once it is executed, and another one each time its connection has moved on: what the
 * application asks of it.
 */
abstract class LogicalStatement extends ExecutedStatement {
    LogicalStatement(LogicalConnection connection, StatementForm form, StatementSource source) {
        super(connection, form, source);
    }

    // Batches.

    @Override
    public final void addBatch(String sql) throws SQLException {
        batch(connection.facts(sql)).addBatch(sql);
    }

    /** The driver's statement for a batch, which keeps its connection until it is executed. */
    final Statement batch(@Nullable SqlFacts facts) throws SQLException {
        if (batched || isOver()) {
            Statement now = any();
            complete(now);
            return now;
        }
        begin(facts, null, false);
        Statement now = on(connection.units.bound(facts, Reason.BATCH));
        batched = true;
        connection.units.batchBegun();
        return now;
    }

    @Override
    public final void clearBatch() throws SQLException {
        any().clearBatch();
        dropBatch();
    }

    private void dropBatch() throws SQLException {
        if (batched) {
            batched = false;
            connection.units.batchDropped();
        }
    }

    @Override
    public final int[] executeBatch() throws SQLException {
        Statement now = any();
        if (!batched) {
            return now.executeBatch();
        }
        try {
            int[] counts = now.executeBatch();
            batchExecuted();
            return counts;
        } catch (Throwable failure) {
            batchFailed(failure);
            throw failure;
        }
    }

    @Override
    public final long[] executeLargeBatch() throws SQLException {
        Statement now = any();
        if (!batched) {
            return now.executeLargeBatch();
        }
        try {
            long[] counts = now.executeLargeBatch();
            batchExecuted();
            return counts;
        } catch (Throwable failure) {
            batchFailed(failure);
            throw failure;
        }
    }

    private void batchExecuted() throws SQLException {
        batched = false;
        pending = form.keys();
        connection.units.batchEnded();
        connection.executions.executed(prepared(), true);
    }

    private void batchFailed(Throwable failure) throws SQLException {
        if (batched) {
            batched = false;
            connection.units.batchEnded();
            connection.executions.failed(failure, prepared(), true, false);
        }
    }

    // Results.

    @Override
    public final @Nullable ResultSet getResultSet() throws SQLException {
        Statement now = present();
        return now == null ? null : now.getResultSet();
    }

    @Override
    public final @Nullable ResultSet getGeneratedKeys() throws SQLException {
        pending = false;
        keys = any().getGeneratedKeys();
        return keys;
    }

    @Override
    public final boolean getMoreResults() throws SQLException {
        Statement now = present();
        if (now == null) {
            return false;
        }
        boolean more = now.getMoreResults();
        result = more ? now.getResultSet() : null;
        return more;
    }

    @Override
    public final boolean getMoreResults(int current) throws SQLException {
        Statement now = present();
        PhysicalConnection on = owner;
        ResultSet before = result;
        if (now == null) {
            return false;
        }
        boolean more = now.getMoreResults(current);
        if (before != null && on != null && current == KEEP_CURRENT_RESULT) {
            on.opened(before);
        }
        result = more ? now.getResultSet() : null;
        return more;
    }

    @Override
    public final int getUpdateCount() throws SQLException {
        Statement now = present();
        return now == null ? updateCount : now.getUpdateCount();
    }

    @Override
    public final long getLargeUpdateCount() throws SQLException {
        Statement now = present();
        return now == null ? updateCount : now.getLargeUpdateCount();
    }

    @Override
    public final @Nullable SQLWarning getWarnings() throws SQLException {
        Statement now = present();
        return now == null ? null : now.getWarnings();
    }

    @Override
    public final void clearWarnings() throws SQLException {
        Statement now = present();
        if (now != null) {
            now.clearWarnings();
        }
    }

    @Override
    public final int getResultSetType() throws SQLException {
        present();
        return form.type();
    }

    @Override
    public final int getResultSetConcurrency() throws SQLException {
        present();
        return form.concurrency();
    }

    @Override
    public final int getResultSetHoldability() throws SQLException {
        present();
        return form.holdability() == 0 ? connection.getHoldability() : form.holdability();
    }

    // The end.

    @Override
    public final Connection getConnection() throws SQLException {
        if (isOver()) {
            refusing().getConnection();
        }
        return connection;
    }

    /** From any thread. */
    @Override
    public final void cancel() throws SQLException {
        Statement now = physical;
        if (now != null) {
            now.cancel();
        }
    }

    @Override
    public final void close() throws SQLException {
        Statement now = physical;
        PhysicalConnection on = owner;
        if (!closed) {
            closed = true;
            if (on != null) {
                on.closed(this);
            }
            if (!connection.isOver()) {
                dropBatch();
            }
        }
        if (now != null) {
            now.close();
        }
    }

    @Override
    public final boolean isClosed() throws SQLException {
        Statement now = physical;
        return isOver() || settings.closeOnCompletion && now != null && now.isClosed();
    }

    /** The driver's own statement is of a connection that is no longer moved. */
    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        if (type != null && type.isInstance(this)) {
            return type.cast(this);
        }
        return isOver()
                ? refusing().unwrap(type)
                : on(connection.executions.pinned()).unwrap(type);
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) throws SQLException {
        return type != null && type.isInstance(this) || any().isWrapperFor(type);
    }

    @Override
    public final String toString() {
        return "logical statement@" + Integer.toHexString(System.identityHashCode(this));
    }
}
