package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Reason;
import dev.plimsoll.sql.SessionEffect;
import dev.plimsoll.sql.SqlFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has one of the driver's only once it is executed, and another one each time its connection has moved on. Each
 * execution, which the generated class holds, goes between {@link #begin} and {@code executed}, over and over as long as
 * {@link #again} says so.
 */
abstract class LogicalStatement extends RecordedStatement {
    private final StatementForm form;
    private final StatementSource source;
    private volatile @Nullable Statement physical;
    private @Nullable PhysicalConnection owner;
    private @Nullable ResultSet result;
    private @Nullable ResultSet keys;
    /** Keys, or what a call gives out, were not fetched yet. */
    private boolean pending;

    /** Whether what is executed gives out more than rows. */
    private boolean givesMore;

    private boolean batched;
    private boolean closed;
    private int updateCount = -1;
    private @Nullable SqlFacts executing;
    private @Nullable String text;
    private long startedAt;

    LogicalStatement(LogicalConnection connection, StatementForm form, StatementSource source) {
        super(connection);
        this.form = form;
        this.source = source;
    }

    // Executions.

    final void begin(@Nullable SqlFacts facts, @Nullable String sql, boolean gives) {
        executing = facts;
        text = sql;
        result = null;
        keys = null;
        updateCount = -1;
        pending = false;
        givesMore = gives || form.keys();
        startedAt = settings.queryTimeout == null ? 0 : System.nanoTime();
        connection.executions.begin();
    }

    /** The driver's statement for what is executed now. */
    final Statement bound() throws SQLException {
        return isOver() ? refusing() : on(connection.units.bound(executing, tied()));
    }

    final ResultSet executed(ResultSet rows) throws SQLException {
        result = rows;
        succeeded();
        return rows;
    }

    final boolean executed(boolean hasRows) throws SQLException {
        Statement now = physical;
        if (hasRows && now != null) {
            result = now.getResultSet();
        } else {
            pending = givesMore;
        }
        succeeded();
        return hasRows;
    }

    final int executed(int rows) throws SQLException {
        pending = givesMore;
        succeeded();
        return rows;
    }

    final long executed(long rows) throws SQLException {
        pending = givesMore;
        succeeded();
        return rows;
    }

    private void succeeded() throws SQLException {
        SqlFacts facts = executing;
        String sql = text;
        if (facts != null && sql != null && facts.sessionEffect() != SessionEffect.NONE) {
            connection.executions.leaves(facts, sql, parameters());
        }
        connection.executions.executed(facts, false);
    }

    /** Whether to try again after a failure, on another node. */
    final boolean again(Throwable failure) throws SQLException {
        return !isOver() && connection.executions.failed(failure, executing, false, isRepeatable() && isInTime());
    }

    private boolean isInTime() {
        Integer seconds = settings.queryTimeout;
        return seconds == null || seconds == 0 || System.nanoTime() - startedAt < seconds * 1_000_000_000L;
    }

    /** Whether what was given to it is still there to be given to another statement of the driver's. */
    boolean isRepeatable() {
        return true;
    }

    /** Gives the driver's statement the parameters that it has not been given yet. */
    void complete(Statement present) throws SQLException {
        // Without parameters there is nothing to give.
    }

    /** Gives a new statement of the driver's the parameters. */
    void restore(Statement made) throws SQLException {
        // Without parameters there is nothing to give.
    }

    /** The present parameters; null if there are none. */
    Binding @Nullable [] parameters() {
        return null;
    }

    /** What will be executed, if that is known; null if it is not. */
    @Nullable
    SqlFacts prepared() {
        return null;
    }

    private @Nullable Reason tied() {
        Reason tied = form.tied();
        Integer holdability = connection.recorded.holdability;
        boolean held = holdability != null && holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
        return batched || held ? Reason.BATCH : tied;
    }

    // The driver's statement.

    private Statement on(PhysicalConnection on) throws SQLException {
        Statement now = physical;
        if (now != null && on.equals(owner)) {
            complete(now);
            return now;
        }
        leave();
        Statement made = source.make(on.handle());
        try {
            settings.applyTo(made);
            restore(made);
        } catch (SQLException | RuntimeException | Error failure) {
            made.close();
            throw failure;
        }
        physical = made;
        owner = on;
        on.made(this);
        return made;
    }

    /** Its result on the connection before ends as it does when the driver executes anew. */
    private void leave() throws SQLException {
        Statement now = physical;
        PhysicalConnection before = owner;
        physical = null;
        owner = null;
        if (now != null && before != null) {
            before.closed(this);
            now.close();
        }
    }

    @Override
    final @Nullable Statement present() throws SQLException {
        return isOver() ? refusing() : physical;
    }

    /** The driver's statement for a question that executes nothing. */
    @Override
    final Statement any() throws SQLException {
        Statement now = present();
        if (now == null) {
            now = on(connection.executions.boundIdle(prepared(), tied()));
        }
        return now;
    }

    private boolean isOver() {
        return closed || connection.isOver();
    }

    /** One that is closed as well, to refuse in the driver's words what it is asked. */
    private Statement refusing() throws SQLException {
        Statement now = physical;
        if (now == null && connection.isOver() && !(this instanceof PreparedStatement)) {
            now = connection.pools.closedStatement();
        }
        if (now == null) {
            now = source.make(connection.reading());
            now.close();
            physical = now;
        }
        return now;
    }

    /** Its connection goes back to the pool; nothing is read there any more. */
    final void detached() {
        Statement now = physical;
        if (now != null && result == null && executing != null) {
            updateCount = count(now);
        }
        physical = null;
        owner = null;
        result = null;
        keys = null;
    }

    private static int count(Statement statement) {
        try {
            return statement.getUpdateCount();
        } catch (SQLException | RuntimeException e) {
            return -1; // the connection is gone, or the statement closed
        }
    }

    /** Whether the application may still read what was executed last. */
    final boolean isBeingRead() {
        return !closed && (pending || isOpen(result) || isOpen(keys));
    }

    private static boolean isOpen(@Nullable ResultSet rows) {
        try {
            return rows != null && !rows.isClosed();
        } catch (SQLException | RuntimeException e) {
            return false; // whoever reads on will be told
        }
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
