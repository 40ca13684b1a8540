package cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A port where a server answers, a connection for each question. */
record Endpoint(String name, int port) {

    private static final int ATTEMPTS = 20;
    private static final String CONFLICT_WITH_REPLAY = "40001";

    String url() {
        // Asking for encryption first would be a round trip more for each connection.
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&sslmode=disable";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Nullable
    String query(String sql) throws SQLException {
        return query(url(), sql);
    }

    /** As {@link #query(String)}, giving up when the server is silent for this long. */
    @Nullable
    String query(String sql, Duration silence) throws SQLException {
        return query(url() + "&socketTimeout=" + silence.toSeconds(), sql);
    }

    /** As {@link #query(String)}, for what must not fail, and does no harm when a standby's replay cancels it and it is asked again. */
    String ask(String sql) {
        SQLException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return String.valueOf(query(sql));
            } catch (SQLException e) {
                failure = e;
                if (!CONFLICT_WITH_REPLAY.equals(e.getSQLState())) {
                    break;
                }
            }
        }
        throw new IllegalStateException(name + ": " + failure, failure);
    }

    /** Whether the server answers, and says so. */
    boolean isTrue(String sql) {
        try {
            return "t".equals(query(sql));
        } catch (SQLException e) {
            return false; // Not now: whoever asks asks again.
        }
    }

    void await(String sql, Duration limit, Supplier<String> complaint) {
        Await.until(() -> isTrue(sql), limit, () -> name + ": " + complaint.get());
    }

    private static @Nullable String query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
