package checker;

import cluster.Server;
import java.sql.SQLException;

/** Brings the log to where its last record ends with a page, so that the insert position lies behind the header of an empty one. */
final class PageEnd {
    private static final int PAGE = 8192;
    private static final int PAGE_HEADER = 24;
    private static final int SEGMENT_HEADER = 40;
    /** What a record holds besides the message: its header, the lengths, a prefix of one letter. */
    private static final int OVERHEAD = 55;
    /** Shorter ones have a shorter header. */
    private static final int SHORTEST = 256;

    private static final int ATTEMPTS = 10;

    private PageEnd() {}

    /** Whether it came about; somebody else's record may come in between. */
    static boolean align(Server primary) throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int length = PAGE - offset(primary) - OVERHEAD;
            length = length < SHORTEST ? length + PAGE - PAGE_HEADER : length;
            primary.execute("select pg_logical_emit_message(false, 'x', repeat('x', " + length + "))");
            int after = offset(primary);
            if (after == PAGE_HEADER || after == SEGMENT_HEADER) {
                return true;
            }
        }
        return false;
    }

    private static int offset(Server primary) throws SQLException {
        String offset = primary.query("select (pg_current_wal_insert_lsn() - '0/0') % " + PAGE);
        return offset == null ? 0 : Integer.parseInt(offset);
    }
}
