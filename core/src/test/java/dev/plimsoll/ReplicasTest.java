package dev.plimsoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.route.InvalidTokenException;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.RoutedConnection;
import dev.plimsoll.route.Routing;
import dev.plimsoll.testing.Database;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Replicas from the ways in: the builder and the URL, over a real cluster. */
class ReplicasTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Cluster cluster;

    @BeforeAll
    static void start() throws SQLException {
        cluster = Cluster.start(2);
        cluster.primary().execute("CREATE TABLE orders (id int PRIMARY KEY)");
        cluster.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    // T2
    @Test
    void aSessionSeesItsOwnWritesAndIsBackOnAReplicaWhenThatHasThem() throws Exception {
        try (HikariDataSource primary = pool(cluster.primary());
                HikariDataSource one = pool(cluster.standbys().get(0));
                HikariDataSource other = pool(cluster.standbys().get(1))) {
            DataSource shop = Plimsoll.builder(primary)
                    .replica("a", one)
                    .replica("b", other)
                    .wrap();
            awaitReplicas(shop);
            assertThat(inSession(shop, "INSERT INTO orders VALUES (1)").replica())
                    .isFalse();
            assertThat(count(shop, 1)).isOne();
            await().atMost(SOON)
                    .until(() -> inSession(shop, "SELECT id FROM orders").replica());
            assertThat(shop.unwrap(Routing.class).statistics().onReplicas()).isPositive();
            ((AutoCloseable) shop).close();
            await().until(() -> active(primary) + active(one) + active(other) == 0);
        }
    }

    // T3, T57
    @Test
    void aTokenIsAcceptedByAProcessThatHasJustStarted() throws Exception {
        try (HikariDataSource primary = pool(cluster.primary());
                HikariDataSource one = pool(cluster.standbys().get(0));
                HikariDataSource other = pool(cluster.primary());
                HikariDataSource two = pool(cluster.standbys().get(1));
                AutoCloseable here = (AutoCloseable) withTokens(primary, one);
                AutoCloseable there = (AutoCloseable) withTokens(other, two)) {
            String token = UnitOfWork.run("order", "user 42", () -> {
                        inSession((DataSource) here, "INSERT INTO orders VALUES (2)");
                        return ((DataSource) here).unwrap(Routing.class).causalToken("user 42");
                    })
                    .orElseThrow();
            UnitOfWork.run("job", () -> {
                ((DataSource) there).unwrap(Routing.class).accept(token, "user 42");
                return null;
            });
            assertThatThrownBy(() -> UnitOfWork.run("job", () -> {
                        ((DataSource) there).unwrap(Routing.class).accept(token, "user 43");
                        return null;
                    }))
                    .isInstanceOf(InvalidTokenException.class);
            assertThatThrownBy(() -> ((DataSource) there).unwrap(Routing.class).accept(token, "user 42"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("begin one with UnitOfWork.begin");
        }
    }

    private static DataSource withTokens(DataSource primary, DataSource replica) {
        return Plimsoll.builder(primary)
                .replica("a", replica)
                .option("token-keys", "1:a secret of the shop")
                .wrap();
    }

    @Test
    void aUrlNamesItsReplicas() throws SQLException {
        String url = cluster.primary().url().replace("jdbc:postgresql:", "jdbc:plimsoll:postgresql:")
                + "&plimsoll.replicas=" + host(0) + "," + host(1);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            await().atMost(SOON).until(() -> {
                try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM orders")) {
                    return rows.next() && decision(connection).replica();
                }
            });
            assertThat(decision(connection).reason()).isEqualTo(Reason.PROVEN_READ);
            assertThat(decision(connection).node().name()).isIn(host(0), host(1));
        } finally {
            PlimsollDriver.deregister();
            DriverManager.registerDriver(new PlimsollDriver());
        }
    }

    @Test
    void aWrongPasswordInAUrlIsTheDriversToTell() {
        String url = "jdbc:plimsoll:postgresql://localhost:1/shop?plimsoll.replicas=localhost:2";
        assertThatThrownBy(() -> DriverManager.getConnection(url, "nobody", "secret"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("localhost:1")
                .hasMessageNotContaining("secret");
    }

    @Test
    void replicasOfABuilderAreNotNamedByAnOption() {
        assertThatThrownBy(() -> Plimsoll.builder(new JdbcDataSource())
                        .option("replicas", "h1")
                        .wrap())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("plimsoll.replicas belongs into a URL");
    }

    @Test
    void aReplicaIsNamedOnce() {
        Plimsoll.Builder builder = Plimsoll.builder(new JdbcDataSource()).replica("a", new JdbcDataSource());
        assertThatThrownBy(() -> builder.replica("a", new JdbcDataSource()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("there is a node 'a' already");
    }

    @Test
    void withoutPositionsATimeWindowIsAllThereIs() throws Exception {
        try (Database database = Database.h2();
                HikariDataSource primary = database.pool();
                HikariDataSource replica = database.pool()) {
            database.execute("CREATE TABLE orders (id int)");
            DataSource shop = Plimsoll.builder(primary)
                    .replica("a", replica)
                    .option("pin-window", "100ms")
                    .wrap();
            awaitReplicas(shop);
            inSession(shop, "INSERT INTO orders VALUES (1)");
            assertThat(inSession(shop, "SELECT id FROM orders").reason()).isEqualTo(Reason.PINNED_WINDOW);
            await().until(() -> inSession(shop, "SELECT id FROM orders").replica());
        }
    }

    private static String host(int standby) {
        return "localhost:" + cluster.standbys().get(standby).proxy().port();
    }

    private static int active(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    private static void awaitReplicas(DataSource shop) throws SQLException {
        await().atMost(SOON).until(() -> {
            try (Connection connection = shop.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT id FROM orders").close();
                return decision(connection).replica();
            }
        });
    }

    private static RouteDecision inSession(DataSource shop, String sql) throws Exception {
        return UnitOfWork.run("test", "session of user 42", () -> {
            try (Connection connection = shop.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return decision(connection);
            }
        });
    }

    private static long count(DataSource shop, int id) throws Exception {
        return UnitOfWork.run("test", "session of user 42", () -> {
            try (Connection connection = shop.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM orders WHERE id = " + id)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private static RouteDecision decision(Connection connection) throws SQLException {
        return Objects.requireNonNull(connection.unwrap(RoutedConnection.class).lastDecision());
    }

    private static HikariDataSource pool(Server server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.dataSource());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
