package dev.plimsoll.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How a driver fetches the rows of a result. Not every driver says all of it. */
final class Fetching {
    private Fetching() {}

    /** Rows at a time; 0 for the driver's own choice. */
    static int size(int asked, ResultSet rows) {
        int size = asked == 0 ? driversOwn(rows) : asked;
        return size == Integer.MIN_VALUE ? 1 : size; // how MySQL's driver is asked for row by row
    }

    private static int driversOwn(ResultSet rows) {
        try {
            return rows.getFetchSize();
        } catch (SQLException | RuntimeException | LinkageError e) {
            return 0;
        }
    }

    /** Whether results are forward-only and closed at commit; assumed where the driver does not say. */
    static boolean plainCursor(Statement statement) {
        try {
            return statement.getResultSetType() == ResultSet.TYPE_FORWARD_ONLY
                    && statement.getResultSetHoldability() == ResultSet.CLOSE_CURSORS_AT_COMMIT;
        } catch (SQLException | RuntimeException | LinkageError e) {
            return true;
        }
    }

    /** How many rows the driver is to return at most; 0 for all, and where the driver does not say. */
    static int maxRows(Statement statement) {
        try {
            return statement.getMaxRows();
        } catch (SQLException | RuntimeException | LinkageError e) {
            return 0;
        }
    }
}
