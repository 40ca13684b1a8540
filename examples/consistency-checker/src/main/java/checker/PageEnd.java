package checker;

import cluster.Server;
import java.sql.SQLException;

/** Brings the log to where its last record ends with a page, so that the insert position lies behind the header of an empty one. */
final class PageEnd {
    private static final int PAGE = 8192;
    private static final int PAGE_HEADER = 24;
    private static final int SEGMENT_HEADER = 40;
    private static final int ATTEMPTS = 12;

    private PageEnd() {}

    /** Whether it came about; somebody else's record may come in between. */
    static boolean align(Server primary) throws SQLException {
        int overhead = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int before = offset(primary);
            int length = (2 * PAGE - before - overhead) % PAGE;
            length = length < 256 ? length + PAGE : length;
            primary.execute("select pg_logical_emit_message(false, 'x', repeat('x', " + length + "))");
            int after = offset(primary);
            if (after == PAGE_HEADER || after == SEGMENT_HEADER) {
                return true;
            }
            overhead = Math.floorMod(overhead + after, PAGE);
        }
        return false;
    }

    private static int offset(Server primary) throws SQLException {
        String offset = primary.query("select (pg_current_wal_insert_lsn() - '0/0') % " + PAGE);
        return offset == null ? 0 : Integer.parseInt(offset);
    }
}
