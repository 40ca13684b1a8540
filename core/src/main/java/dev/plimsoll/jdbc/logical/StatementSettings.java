package dev.plimsoll.jdbc.logical;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** How the application wants a statement to be executed; null or unset where it has said nothing. */
final class StatementSettings {
    @Nullable
    Integer fetchSize;

    @Nullable
    Long maxRows;

    @Nullable
    Integer queryTimeout;

    @Nullable
    Boolean escapeProcessing;

    @Nullable
    Boolean poolable;

    @Nullable
    Integer fetchDirection;

    @Nullable
    Integer maxFieldSize;

    @Nullable
    String cursorName;

    boolean closeOnCompletion;

    /** Makes a new statement what the one before was. */
    void applyTo(Statement statement) throws SQLException {
        if (fetchSize != null) {
            statement.setFetchSize(fetchSize);
        }
        if (maxRows != null) {
            applyMaxRows(statement, maxRows);
        }
        if (queryTimeout != null) {
            statement.setQueryTimeout(queryTimeout);
        }
        if (escapeProcessing != null) {
            statement.setEscapeProcessing(escapeProcessing);
        }
        if (poolable != null) {
            statement.setPoolable(poolable);
        }
        if (fetchDirection != null) {
            statement.setFetchDirection(fetchDirection);
        }
        if (maxFieldSize != null) {
            statement.setMaxFieldSize(maxFieldSize);
        }
        if (cursorName != null) {
            statement.setCursorName(cursorName);
        }
        if (closeOnCompletion) {
            statement.closeOnCompletion();
        }
    }

    static void applyMaxRows(Statement statement, long rows) throws SQLException {
        if (rows <= Integer.MAX_VALUE) {
            statement.setMaxRows((int) rows);
        } else {
            statement.setLargeMaxRows(rows);
        }
    }

    /** Whether drivers take these values without complaint, so that it need not be found out at once. */
    static boolean isDirection(int direction) {
        return direction == ResultSet.FETCH_FORWARD
                || direction == ResultSet.FETCH_REVERSE
                || direction == ResultSet.FETCH_UNKNOWN;
    }
}
