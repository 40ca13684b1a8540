package bench.work;

import java.sql.ResultSet;
import java.sql.SQLException;

/** One workload, ready to run. Keeps what it uses again between two runs; confined to a thread. */
public interface Work extends AutoCloseable {

    /** Does it once; returns a number made of all that was read or changed. */
    long run() throws SQLException;

    /** Closes what was kept. */
    @Override
    default void close() throws SQLException {}

    /** Reads all rows of three columns. */
    static long read(ResultSet rows) throws SQLException {
        long sum = 0;
        while (rows.next()) {
            sum += rows.getLong(1) + rows.getString(2).length() + rows.getInt(3);
        }
        return sum;
    }
}
