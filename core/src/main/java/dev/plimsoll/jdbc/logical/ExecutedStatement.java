package dev.plimsoll.jdbc.logical;

import dev.plimsoll.sql.SessionEffect;
import dev.plimsoll.sql.SqlFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The part of a statement that is its executions, one after the other, and what the last one has left to be read. Each, which the
 * generated class holds, goes between {@link #begin} and {@code executed}, over and over as long as {@link #again} says so.
 */
abstract class ExecutedStatement extends AttachedStatement {
    @Nullable
    ResultSet result;

    @Nullable
    ResultSet keys;
    /** Keys, or what a call gives out, were not fetched yet. */
    boolean pending;

    /** Whether what is executed gives out more than rows. */
    private boolean givesMore;

    int updateCount = -1;
    private @Nullable SqlFacts executing;
    private @Nullable String text;
    private long startedAt;

    ExecutedStatement(LogicalConnection connection, StatementForm form, StatementSource source) {
        super(connection, form, source);
    }

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

    /** The present parameters; null if there are none. */
    Binding @Nullable [] parameters() {
        return null;
    }

    @Override
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

    @Override
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
}
