package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.RoutedConnection;
import dev.plimsoll.sql.SqlFacts;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the application has in its hand: statements that are bound when they are executed, transactions that stay on one node. */
abstract class LogicalConnection extends RecordedConnection implements RoutedConnection {
    final Pools pools;
    final Units units;
    final Executions executions;
    private volatile boolean closed;
    /** The connection that was bound last, which answers for this one when both are closed. */
    private @Nullable Connection last;

    LogicalConnection(Pools pools) {
        this.pools = pools;
        this.units = new Units(pools, recorded);
        this.executions = new Executions(pools.router(), recorded, units);
    }

    @Override
    final Units units() {
        return units;
    }

    @Override
    public final @Nullable RouteDecision lastDecision() {
        return units.decision();
    }

    @Nullable
    SqlFacts facts(@Nullable String sql) {
        return sql == null ? null : pools.facts(sql);
    }

    // Statements.

    @Override
    public final Statement createStatement() throws SQLException {
        open();
        return new CompleteStatement(this, StatementForm.PLAIN, Connection::createStatement);
    }

    @Override
    public final Statement createStatement(int type, int concurrency) throws SQLException {
        open();
        StatementForm form = StatementForm.of(type, concurrency);
        return new CompleteStatement(this, form, handle -> handle.createStatement(type, concurrency));
    }

    @Override
    public final Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        open();
        StatementForm form = StatementForm.of(type, concurrency, holdability);
        return new CompleteStatement(this, form, handle -> handle.createStatement(type, concurrency, holdability));
    }

    @Override
    public final PreparedStatement prepareStatement(String sql) throws SQLException {
        return prepared(sql, StatementForm.PLAIN, handle -> handle.prepareStatement(sql));
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        StatementForm form = keys == Statement.RETURN_GENERATED_KEYS ? StatementForm.WITH_KEYS : StatementForm.PLAIN;
        return prepared(sql, form, handle -> handle.prepareStatement(sql, keys));
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
        return prepared(sql, StatementForm.WITH_KEYS, handle -> handle.prepareStatement(sql, columns));
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
        return prepared(sql, StatementForm.WITH_KEYS, handle -> handle.prepareStatement(sql, columns));
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        StatementForm form = StatementForm.of(type, concurrency);
        return prepared(sql, form, handle -> handle.prepareStatement(sql, type, concurrency));
    }

    @Override
    public final PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        StatementForm form = StatementForm.of(type, concurrency, holdability);
        return prepared(sql, form, handle -> handle.prepareStatement(sql, type, concurrency, holdability));
    }

    private PreparedStatement prepared(String sql, StatementForm form, StatementSource source) throws SQLException {
        open();
        SqlFacts facts = facts(sql);
        return facts == null
                ? (PreparedStatement) source.make(reading()) // which the driver refuses
                : new CompletePreparedStatement(this, form, source, sql, facts);
    }

    @Override
    public final CallableStatement prepareCall(String sql) throws SQLException {
        return callable(sql, StatementForm.PLAIN, handle -> handle.prepareCall(sql));
    }

    @Override
    public final CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return callable(sql, StatementForm.of(type, concurrency), handle -> handle.prepareCall(sql, type, concurrency));
    }

    @Override
    public final CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        StatementForm form = StatementForm.of(type, concurrency, holdability);
        return callable(sql, form, handle -> handle.prepareCall(sql, type, concurrency, holdability));
    }

    private CallableStatement callable(String sql, StatementForm form, StatementSource source) throws SQLException {
        open();
        SqlFacts facts = facts(sql);
        return facts == null
                ? (CallableStatement) source.make(reading()) // which the driver refuses
                : new CompleteCallableStatement(this, form, source, sql, facts);
    }

    @Override
    public final DatabaseMetaData getMetaData() throws SQLException {
        open();
        return new CompleteDatabaseMetaData(this);
    }

    // Transactions.

    @Override
    public final void commit() throws SQLException {
        open();
        if (units.isOpen()) {
            units.commit();
        } else if (getAutoCommit()) {
            reading().commit(); // which most drivers refuse
        }
    }

    @Override
    public final void rollback() throws SQLException {
        open();
        if (units.isOpen()) {
            units.rollback();
        } else if (getAutoCommit()) {
            reading().rollback(); // which most drivers refuse
        }
    }

    @Override
    public final void rollback(Savepoint savepoint) throws SQLException {
        reading().rollback(savepoint);
        if (recorded.settings.hasUncommitted()) {
            units.pin(); // some of them may be gone
        }
    }

    // The end.

    @Override
    public final void close() throws SQLException {
        if (!closed) {
            remember();
            closed = true;
            units.close();
        }
    }

    @Override
    public final boolean isClosed() throws SQLException {
        PhysicalConnection current = units.held().current();
        return closed || current != null && current.handle().isClosed();
    }

    @Override
    public final void abort(Executor executor) throws SQLException {
        if (closed) {
            return;
        }
        remember();
        PhysicalConnection current = units.held().current();
        PhysicalConnection parked = units.held().parked();
        closed = true;
        if (executor == null) {
            throw new SQLException("no executor");
        }
        try {
            abort(current, executor);
            abort(parked, executor);
        } finally {
            units.aborted();
        }
    }

    private static void abort(@Nullable PhysicalConnection connection, Executor executor) throws SQLException {
        if (connection != null) {
            connection.handle().abort(executor);
            connection.broken();
            connection.close();
        }
    }

    @Override
    public final boolean isValid(int timeout) throws SQLException {
        PhysicalConnection current = units.held().current();
        if (closed) {
            return false;
        }
        if (current == null && timeout >= 0) {
            return pools.router().awaitPrimary(0) != null;
        }
        boolean valid =
                current == null ? reading().isValid(timeout) : current.handle().isValid(timeout);
        return valid && (current == null || !units.isPrimary(current) || !current.isInRecovery(false));
    }

    private void remember() {
        PhysicalConnection current = units.held().current();
        last = current == null ? pools.closed() : current.handle();
    }

    /** Refuses what is done after the connection was closed; in the pool's words if there are any. */
    @Override
    final void open() throws SQLException {
        if (closed) {
            Connection answering = last == null ? pools.closed() : last;
            if (answering != null) {
                answering.createStatement().close();
            }
            throw new SQLNonTransientConnectionException("the connection is closed", "08003");
        }
    }

    boolean isOver() {
        return closed;
    }

    /** The connection of the open transaction or else, in autocommit, one where a read would go. */
    @Override
    final Connection reading() throws SQLException {
        open();
        return executions.boundIdle(null, null).handle();
    }

    /** An answer about the database. */
    final ResultSet rows(ResultSet rows) {
        units.current().opened(rows);
        return rows;
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        if (type != null && type.isInstance(this)) {
            return type.cast(this);
        }
        open();
        return executions.pinned().handle().unwrap(type);
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) throws SQLException {
        return type != null && (type.isInstance(this) || wraps(type));
    }

    /** The connections of a pool all wrap the same, so that one answer does for all. */
    private boolean wraps(Class<?> type) throws SQLException {
        Boolean known = pools.wraps(type);
        return known != null ? known : pools.wraps(type, reading().isWrapperFor(type));
    }

    @Override
    public final String toString() {
        return "logical connection@" + Integer.toHexString(System.identityHashCode(this));
    }
}
