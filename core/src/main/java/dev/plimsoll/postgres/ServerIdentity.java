package dev.plimsoll.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What must be known of a physical connection before it is used: which start of the server it leads to, and in which part.
 *
 * @param incarnation differs between two starts of the server, those after the crash of one of its processes included
 * @param durable whether a commit is acknowledged only when it is on disk, as the connection came from its pool
 */
public record ServerIdentity(long incarnation, boolean inRecovery, boolean durable) {
    /** What a database other than PostgreSQL counts as. */
    public static final ServerIdentity UNKNOWN = new ServerIdentity(0, false, true);

    /**
     * When the server started, in microseconds; to which is added when its statistics began anew. When one of its processes crashes, a
     * server goes through recovery once more, and a standby back, with the same start; its statistics are lost then.
     */
    static final String INCARNATION =
            "(extract(epoch from pg_catalog.pg_postmaster_start_time()) * 1000000)::pg_catalog.int8"
                    + " + (select coalesce((extract(epoch from archiver.stats_reset) * 1000000)::pg_catalog.int8, 0)"
                    + " from pg_catalog.pg_stat_get_archiver() archiver)";

    private static final String QUERY = "select " + INCARNATION + ", pg_catalog.pg_is_in_recovery(), "
            + "pg_catalog.current_setting('synchronous_commit') <> 'off'";

    /** Asks a PostgreSQL server, in one round trip. */
    public static ServerIdentity of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new ServerIdentity(row.getLong(1), row.getBoolean(2), row.getBoolean(3));
        }
    }
}
