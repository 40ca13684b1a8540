package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.jdbc.logical.LogicalDataSource;
import dev.plimsoll.route.Capture;
import dev.plimsoll.route.Epoch;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.route.RouteOptions;
import dev.plimsoll.route.Router;
import dev.plimsoll.route.StandbySample;
import dev.plimsoll.sql.Catalog;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlAnalyzer;
import dev.plimsoll.testing.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract for routed connections that are watched: on one server, and on a primary with what counts as its replica. */
class RoutedContractTest {

    /** The pools and the router of one test class. */
    private static final class Routed {
        private final Recording recording;
        private final List<HikariDataSource> pools = new ArrayList<>();
        private final DataSource dataSource;

        Routed(Database database, Dialect dialect, int nodes) {
            recording = new Recording(dialect, false);
            List<String> names = Stream.of("primary", "replica").limit(nodes).toList();
            Router router = new Router(names, options(), System::nanoTime);
            for (int i = 0; i < nodes; i++) {
                pools.add(database.pool());
                long now = System.nanoTime();
                Epoch epoch = new Epoch(0, 0);
                router.observed(
                        router.nodes().get(i),
                        i == 0
                                ? new PrimarySample(now, now, epoch, 0, 0, 0, 0)
                                : new StandbySample(now, now, epoch, 0, Long.MAX_VALUE, 0, false));
            }
            SqlAnalyzer analyzer = new SqlAnalyzer(dialect);
            dataSource = recording.wrap(new LogicalDataSource(
                    router,
                    List.copyOf(pools),
                    analyzer::facts,
                    () -> Catalog.EMPTY,
                    () -> pools.forEach(HikariDataSource::close)));
        }

        private static RouteOptions options() {
            return new RouteOptions(
                    ReadLevel.READ_YOUR_WRITES,
                    true,
                    Capture.GROUP,
                    false,
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    Long.MAX_VALUE,
                    Duration.ZERO,
                    100,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    Duration.ofNanos(1),
                    false,
                    Duration.ofMinutes(1),
                    100,
                    List.of());
        }

        long checkedOut() {
            return pools.stream()
                    .mapToLong(pool -> pool.getHikariPoolMXBean().getActiveConnections())
                    .sum();
        }

        void close() {
            pools.forEach(HikariDataSource::close);
            recording.close();
        }
    }

    @Nested
    class OverH2WithAReplica extends ConnectionContract implements OwnObjectsContract {
        private Database database;
        private Routed routed;

        @BeforeAll
        void open2() throws SQLException {
            database = Database.h2();
            routed = new Routed(database, Dialect.H2, 2);
        }

        @AfterAll
        void close() throws SQLException {
            routed.close();
            database.close();
        }

        @Override
        public Database database() {
            return database;
        }

        @Override
        public Connection open() throws SQLException {
            return routed.dataSource.getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return routed.pools.get(0).getConnection();
        }

        @Override
        long checkedOut() {
            return routed.checkedOut();
        }
    }

    @Nested
    class OverPostgres extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        private Routed routed;

        @BeforeAll
        void openPool() {
            routed = new Routed(database(), Dialect.POSTGRESQL, 1);
        }

        @AfterAll
        void closePool() {
            routed.close();
        }

        @Override
        @Test
        @DisplayName("C3: a read outlives the connection that the server has ended")
        void noticesThatTheServerHasEndedIt() throws SQLException {
            try (Connection connection = open();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select pg_backend_pid()")) {
                rows.next();
                database().number("select pg_terminate_backend(" + rows.getInt(1) + ")::int");
                await().atMost(Duration.ofSeconds(10)).until(() -> !connection.isValid(1));
                try (ResultSet again = statement.executeQuery("select 1")) {
                    assertThat(again.next()).isTrue();
                }
                assertThat(connection.isValid(1)).isTrue();
            }
        }

        @Override
        public Connection open() throws SQLException {
            return routed.dataSource.getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return routed.pools.get(0).getConnection();
        }

        @Override
        long checkedOut() {
            return routed.checkedOut();
        }
    }
}
