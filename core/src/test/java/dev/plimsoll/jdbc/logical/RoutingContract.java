package dev.plimsoll.jdbc.logical;

import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import dev.plimsoll.route.Capture;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A primary and two standbys for all tests of a class, and pools of its own for each test, which gives all connections back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RoutingContract {
    Cluster cluster;
    Routes routes;

    @BeforeAll
    void startCluster() {
        cluster = Cluster.start(standbys(), settings());
    }

    int standbys() {
        return 2;
    }

    Map<String, String> settings() {
        return Map.of();
    }

    @AfterAll
    void endCluster() {
        cluster.close();
    }

    @BeforeEach
    void openPools() throws SQLException {
        cluster.primary()
                .execute(
                        "drop table if exists item",
                        "create table item (id serial primary key, name text)",
                        "insert into item (name) values ('one'), ('two')");
        routes = new Routes(cluster, capture());
    }

    Capture capture() {
        return Capture.GROUP;
    }

    @AfterEach
    void nothingIsBorrowed() throws SQLException {
        await().atMost(Duration.ofSeconds(10)).until(() -> routes.borrowed() == 0);
        routes.close();
    }
}
