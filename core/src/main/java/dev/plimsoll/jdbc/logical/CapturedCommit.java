package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A commit that was asked for its position in its own round trip.
 *
 * @param wrote whether the transaction had an id, without which it can have changed nothing
 * @param position how far the log was then; 0 if that is not known
 */
record CapturedCommit(boolean wrote, long position) {
    private static final String COMMIT =
            "select current_setting('synchronous_commit'), pg_current_xact_id_if_assigned();"
                    + " commit; select pg_current_wal_flush_lsn(), pg_current_wal_insert_lsn()";
    private static final long PAGE = 8_192;
    private static final long HEADER = 24;
    private static final long FIRST_HEADER = 40;

    static CapturedCommit commit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(COMMIT);
            boolean durable = false;
            boolean wrote = true;
            try (ResultSet rows = statement.getResultSet()) {
                if (rows.next()) {
                    durable = !"off".equals(rows.getString(1));
                    wrote = rows.getString(2) != null;
                }
            }
            statement.getMoreResults();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return new CapturedCommit(wrote, position(rows.getString(durable ? 1 : 2)));
            }
        }
    }

    /** A position right behind the header of an empty page is one that replay reaches only with the next record: the page's start is meant. */
    private static long position(@Nullable String lsn) {
        int slash = lsn == null ? -1 : lsn.indexOf('/');
        if (lsn == null || slash < 0) {
            return 0;
        }
        long position =
                (Long.parseLong(lsn.substring(0, slash), 16) << 32) + Long.parseLong(lsn.substring(slash + 1), 16);
        long inPage = position % PAGE;
        return inPage == HEADER || inPage == FIRST_HEADER ? position - inPage : position;
    }
}
