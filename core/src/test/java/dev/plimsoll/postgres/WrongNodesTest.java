package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.Router;
import dev.plimsoll.testing.Logged;
import dev.plimsoll.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes that were configured wrongly are named in the log, once, and hurt nobody. */
class WrongNodesTest {
    private static final String ACCESS = """
            host all plain 127.0.0.1/32 scram-sha-256
            host all all 127.0.0.1/32 trust
            host replication all 127.0.0.1/32 trust
            """;

    @TempDir
    static Path directory;

    private static Cluster cluster;
    private static Server primary;

    @BeforeAll
    static void start() throws IOException, SQLException {
        Path access = Files.writeString(directory.resolve("access.conf"), ACCESS);
        cluster = Cluster.start(1, Map.of("hba_file", access.toString()));
        primary = cluster.primary();
        primary.execute("create role plain login password 'right'");
        cluster.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aWrongPasswordIsToldOnceAndTriedAgain() throws SQLException {
        String url = cluster.standbys().get(0).url().replace("user=postgres", "user=plain&password=guessed");
        HikariDataSource pool = Routed.pool(url);
        pool.setConnectionTimeout(300); // until then it keeps the reason to itself
        try (Logged log = Logged.under("dev.plimsoll.route");
                Routed routed = Routed.over(replica(pool))) {
            await().atMost(Routed.SOON).until(() -> log.count("WARN replica cannot be asked", "SQLState 28P01") == 1);
            primary.execute("alter role plain password 'guessed'");
            routed.awaitServes("replica");
            assertThat(log.count("replica cannot be asked", "28P01")).isOne();
            assertThat(log.count("replica can be asked again")).isOne();
            assertThat(log.count("guessed")).isZero();
        } finally {
            primary.execute("alter role plain password 'right'");
        }
    }

    @Test
    void aWrongAddressIsToldOnce() {
        String nobody = "jdbc:postgresql://127.0.0.1:1/postgres?user=plain&password=secret";
        try (Logged log = Logged.under("dev.plimsoll.route");
                Routed routed = Routed.over(replica(unpooled(nobody)))) {
            await().atMost(Routed.SOON).until(() -> log.count("replica cannot be asked", "08001") == 1);
            routed.awaitPrimary("primary");
            assertThat(routed.read(Router.newReader(), "replica").reason()).isEqualTo(Reason.NO_REPLICA);
            assertThat(log.count("secret")).isZero();
        }
    }

    @Test
    void aReplicaOfAnotherClusterServesNothing() {
        try (Logged log = Logged.under("dev.plimsoll.route");
                Routed routed = Routed.over(replica(Postgres.dataSource()))) {
            await().atMost(Routed.SOON).until(() -> log.count("ERROR replica", "another cluster") == 1);
            routed.awaitPrimary("primary");
            assertThat(routed.serves("replica")).isFalse();
        }
    }

    /** Its data has the same origin. */
    // T55
    @Test
    void aReplicaThatTakesWritesServesNothing() {
        try (Logged log = Logged.under("dev.plimsoll.route");
                Cluster other = Cluster.start(0);
                Routed routed = Routed.over(replica(Routed.pool(other.primary().url())))) {
            await().atMost(Routed.SOON).until(() -> log.count("ERROR replica", "takes writes") == 1);
            routed.awaitPrimary("primary");
            assertThat(routed.serves("replica")).isFalse();
        }
    }

    @Test
    void thePartOfEachNodeIsToldOnce() {
        try (Logged log = Logged.under("dev.plimsoll.route");
                Routed routed = Routed.over(
                        replica(Routed.pool(cluster.standbys().get(0).url())))) {
            routed.awaitServes("replica");
            routed.awaitPrimary("primary");
            assertThat(log.lines())
                    .containsExactlyInAnyOrder(
                            "INFO primary takes writes, on timeline 1", "INFO replica is a standby, on timeline 1");
        }
    }

    private static Map<String, DataSource> replica(DataSource replica) {
        Map<String, DataSource> nodes = new LinkedHashMap<>();
        nodes.put("primary", Routed.pool(primary.url()));
        nodes.put("replica", replica);
        return nodes;
    }

    private static DataSource unpooled(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }
}
