package dev.plimsoll.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which start of which server a connection leads to.
 *
 * @param incarnation when the server was started, in microseconds; 0 where the database does not tell
 * @param durable whether a commit is flushed before it is acknowledged
 */
public record ServerIdentity(long incarnation, boolean inRecovery, boolean durable) {
    private static final String QUESTION = "select (extract(epoch from pg_postmaster_start_time()) * 1000000)::bigint,"
            + " pg_is_in_recovery(), current_setting('synchronous_commit') <> 'off'";

    /** Asks the server, in one round trip; other databases than PostgreSQL are not asked. */
    public static ServerIdentity of(Connection connection) throws SQLException {
        if (!connection.getMetaData().getURL().startsWith("jdbc:postgresql:")) {
            return new ServerIdentity(0, false, true);
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUESTION)) {
            rows.next();
            return new ServerIdentity(rows.getLong(1), rows.getBoolean(2), rows.getBoolean(3));
        }
    }
}
