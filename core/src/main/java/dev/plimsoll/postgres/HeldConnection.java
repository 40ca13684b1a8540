package dev.plimsoll.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that stays out of its pool: in autocommit, and with a network timeout if the driver knows one. When it goes back, both
 * are as they were.
 */
final class HeldConnection implements AutoCloseable {
    private static final int NONE = -1;

    private final Connection connection;
    private final int timeoutBefore;
    private final boolean autoCommitBefore;

    private HeldConnection(Connection connection, int timeoutBefore, boolean autoCommitBefore) {
        this.connection = connection;
        this.timeoutBefore = timeoutBefore;
        this.autoCommitBefore = autoCommitBefore;
    }

    static HeldConnection hold(Connection connection, int timeoutMillis) throws SQLException {
        try {
            int timeoutBefore = limit(connection, timeoutMillis);
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            return new HeldConnection(connection, timeoutBefore, autoCommit);
        } catch (SQLException | RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    boolean hasTimeout() {
        return timeoutBefore != NONE;
    }

    /** Sets another timeout, where there is one. */
    void limit(int timeoutMillis) throws SQLException {
        if (hasTimeout()) {
            connection.setNetworkTimeout(Runnable::run, timeoutMillis);
        }
    }

    private static int limit(Connection connection, int timeoutMillis) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, timeoutMillis);
            return before;
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            return NONE; // the driver has none
        }
    }

    @Override
    public void close() {
        try {
            limit(timeoutBefore);
            if (!autoCommitBefore) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException | RuntimeException e) {
            // it is broken, which its pool finds out by itself
        }
        closeQuietly(connection);
    }

    static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException | RuntimeException e) {
            // it is of no use to anybody
        }
    }
}
