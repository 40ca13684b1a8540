package dev.plimsoll.agent.programs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.jdbc.JdbcConnection;

/** Unwraps a first connection; a class that is loaded later casts a second. */
public final class LateCast {
    private LateCast() {}

    public static void main(String... arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:late")) {
            System.out.println(connection.getClass().getName());
            System.out.println(
                    connection.unwrap(JdbcConnection.class).getClass().getSimpleName());
            Late.load();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:late")) {
            System.out.println(Late.cast(connection));
        }
    }

    private static final class Late {
        static void load() {
            // by being called
        }

        static String cast(Connection connection) {
            return "cast " + ((JdbcConnection) connection).getTraceObjectName();
        }
    }
}
