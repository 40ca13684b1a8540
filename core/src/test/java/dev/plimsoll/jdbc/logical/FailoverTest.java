package dev.plimsoll.jdbc.logical;

import static dev.plimsoll.jdbc.logical.Routes.decision;
import static dev.plimsoll.jdbc.logical.Routes.execute;
import static dev.plimsoll.jdbc.logical.Routes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import dev.plimsoll.route.Capture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Connections that outlive what their servers were. */
class FailoverTest {
    private static final String READ = "select name from item order by id limit 1";

    private Cluster cluster;
    private Routes routes;

    @BeforeEach
    void start() throws SQLException {
        cluster = Cluster.start(2);
        cluster.primary()
                .execute(
                        "create table item (id serial primary key, name text)",
                        "insert into item (name) values ('one')");
        routes = new Routes(cluster, Capture.GROUP);
    }

    @AfterEach
    void nothingIsBorrowed() throws SQLException {
        try (Cluster ending = cluster) {
            assertThat(ending.servers()).isNotEmpty();
            await().until(() -> routes.borrowed() == 0);
            routes.close();
        }
    }

    @Test
    @DisplayName("T23 T24: a connection to what was the primary is not used, and the next attempt finds the new one")
    void aPrimaryThatBecameAStandby() throws SQLException {
        Server old = cluster.primary();
        Server s1 = cluster.standbys().get(0);
        try (Connection connection = routes.open()) {
            execute(connection, "insert into item (name) values ('before')");
            old.stop();
            s1.promote();
            old.rewindTo(s1);
            assertThatThrownBy(() -> execute(connection, "insert into item (name) values ('lost')"))
                    .isInstanceOf(SQLException.class);
        }
        try (Connection connection = routes.open()) {
            assertThatThrownBy(() -> execute(connection, "insert into item (name) values ('lost')"))
                    .isInstanceOf(PrimaryDemotedException.class)
                    .hasMessageContaining("primary");
        }
        routes.sample(1);
        routes.sample(0);
        try (Connection connection = routes.open()) {
            execute(connection, "insert into item (name) values ('after')");
            assertThat(decision(connection).node().name()).isEqualTo("s1");
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    @DisplayName("T15: a connection of a replica that was promoted is found out by its first answer")
    void aReplicaThatWasPromoted() throws SQLException {
        try (Connection connection = routes.open()) {
            text(connection, READ);
            assertThat(decision(connection).replica()).isTrue();
            String read = decision(connection).node().name();
            cluster.servers().get(decision(connection).node().index()).promote();
            text(connection, READ);
            assertThat(text(connection, READ)).isEqualTo("one");
            assertThat(decision(connection).node().name()).isNotEqualTo(read);
        }
    }

    @Test
    void aReplicaThatWasStartedAnewIsReadOnceItWasSampled() throws SQLException {
        try (Connection connection = routes.open()) {
            text(connection, READ);
            for (Server standby : cluster.standbys()) {
                standby.kill();
                standby.start();
            }
            assertThat(text(connection, READ)).isEqualTo("one");
            assertThat(decision(connection).replica()).isFalse();
            routes.sample();
            routes.sample();
            assertThat(text(connection, READ)).isEqualTo("one");
        }
    }

    @Test
    @DisplayName("T54: without a primary a write waits for one, and is told so if there is none")
    void aWriteWithoutAPrimary() throws SQLException {
        try (Connection connection = routes.open()) {
            text(connection, READ);
            routes.forgetPrimary();
            assertThat(text(connection, READ)).isEqualTo("one");
            assertThatThrownBy(() -> execute(connection, "insert into item (name) values ('x')"))
                    .isInstanceOf(NoNodeException.class);
            CompletableFuture<Void> later = CompletableFuture.runAsync(() -> routes.sampleQuietly(0));
            execute(connection, "insert into item (name) values ('y')");
            later.join();
        }
    }
}
