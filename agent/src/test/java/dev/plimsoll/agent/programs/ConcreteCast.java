package dev.plimsoll.agent.programs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.jdbc.JdbcConnection;
import org.postgresql.jdbc.PgConnection;

/** Casts connections to the drivers' own classes. */
public final class ConcreteCast {
    private ConcreteCast() {}

    public static void main(String... urls) throws SQLException {
        for (String url : urls) {
            try (Connection connection = DriverManager.getConnection(url)) {
                System.out.println(url.startsWith("jdbc:h2:") ? h2(connection) : postgres(connection));
            }
        }
    }

    private static String h2(Connection connection) {
        return "cast " + ((JdbcConnection) connection).getTraceId();
    }

    private static String postgres(Connection connection) {
        return "cast " + ((PgConnection) connection).getBackendPID();
    }
}
