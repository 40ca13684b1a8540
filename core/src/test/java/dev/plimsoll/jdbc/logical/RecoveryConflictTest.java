package dev.plimsoll.jdbc.logical;

import static dev.plimsoll.jdbc.logical.Routes.decision;
import static dev.plimsoll.jdbc.logical.Routes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cluster.Server;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteStatistics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standbys that cancel whatever is in the way of replay, as they do under load. */
class RecoveryConflictTest extends RoutingContract {
    /** Sleeps for as long as there are rows; a truncated table has none, and truncation is in the way of whoever reads. */
    private static final String LONG_READ = "select count(pg_sleep(60)) from item";

    @Override
    int standbys() {
        return 3;
    }

    @Override
    Map<String, String> settings() {
        return Map.of("max_standby_streaming_delay", "0");
    }

    @AfterEach
    void replayGoesOn() {
        cluster.standbys().forEach(Server::resumeReplay);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "T36: a read that replay has cancelled runs elsewhere, and a declared transaction whose first statement it is")
    void aCancelledReadRunsElsewhere(boolean autoCommit) throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setReadOnly(!autoCommit);
            connection.setAutoCommit(autoCommit);
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(connection));
            Server first = awaitReader();
            cluster.primary().execute("truncate item");
            assertThat(read.join()).isEqualTo("0");
            assertThat(decision(connection).node().name()).isNotEqualTo(first.name());
            connection.setAutoCommit(true);
        }
    }

    @Test
    @DisplayName("T36: a later statement of the transaction does not, for what came before it was of another snapshot")
    void aLaterStatementSurfaces() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            text(connection, "select max(id) from item");
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(connection));
            awaitReader();
            cluster.primary().execute("truncate item");
            assertThatThrownBy(read::join)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("40001");
            connection.rollback();
            assertThat(text(connection, "select count(*) from item")).isEqualTo("0");
            connection.rollback();
        }
    }

    @Test
    @DisplayName("T37: a long read is tried on one other replica, not on each, and then on the primary")
    void aLongReadIsTriedOnOneOtherReplica() throws SQLException {
        try (Connection connection = routes.open()) {
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(connection));
            Server first = awaitReader();
            List<Server> others = cluster.standbys().stream()
                    .filter(server -> !server.equals(first))
                    .toList();
            others.forEach(Server::pauseReplay);
            cluster.primary().execute("truncate item");
            await().until(() -> others.stream().anyMatch(RecoveryConflictTest::isRead));
            others.stream().filter(RecoveryConflictTest::isRead).forEach(Server::resumeReplay);
            assertThat(read.join()).isEqualTo("0");
            assertThat(decision(connection).reason()).isEqualTo(Reason.REPLAY_CONFLICT);
            assertThat(decision(connection).replica()).isFalse();
            assertThat(routes.router.statistics().nodes().stream()
                            .filter(node -> node.role() == RouteStatistics.Role.STANDBY
                                    && !node.units().isEmpty()))
                    .hasSize(2);
        }
    }

    private static String read(Connection connection) {
        try {
            return String.valueOf(text(connection, LONG_READ));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The standby that runs the long read. */
    private Server awaitReader() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> cluster.standbys().stream().anyMatch(RecoveryConflictTest::isRead));
        return cluster.standbys().stream()
                .filter(RecoveryConflictTest::isRead)
                .findAny()
                .orElseThrow();
    }

    private static boolean isRead(Server server) {
        try {
            return "1".equals(server.query("select count(*) from pg_stat_activity where wait_event = 'PgSleep'"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
