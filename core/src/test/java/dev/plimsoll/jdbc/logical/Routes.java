package dev.plimsoll.jdbc.logical;

import static org.assertj.core.api.Assertions.assertThat;

import cluster.Cluster;
import cluster.Server;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.postgres.ServerIdentity;
import dev.plimsoll.route.Capture;
import dev.plimsoll.route.Epoch;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.RouteOptions;
import dev.plimsoll.route.RoutedConnection;
import dev.plimsoll.route.Router;
import dev.plimsoll.route.StandbySample;
import dev.plimsoll.sql.Catalog;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlAnalyzer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A logical data source over a real cluster, whose router is told of the nodes when a test says so, and not by pollers. */
final class Routes implements AutoCloseable {
    private static final String SAMPLE =
            "select pg_is_in_recovery(), 0, (select system_identifier from pg_control_system()),"
                    + " coalesce((select received_tli from pg_stat_wal_receiver),"
                    + " (select timeline_id from pg_control_checkpoint())),"
                    + " case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end"
                    + " - '0/0'::pg_lsn,"
                    + " case when pg_is_in_recovery() then 0 else pg_current_wal_insert_lsn() - '0/0'::pg_lsn end,"
                    + " case when pg_is_in_recovery() then '0' else pg_walfile_name(pg_current_wal_insert_lsn()) end";

    final Cluster cluster;
    final Router router;
    final List<HikariDataSource> pools = new ArrayList<>();
    final LogicalDataSource dataSource;

    Routes(Cluster cluster, Capture capture) throws SQLException {
        this.cluster = cluster;
        this.router =
                new Router(cluster.servers().stream().map(Server::name).toList(), options(capture), System::nanoTime);
        for (Server server : cluster.servers()) {
            pools.add(pool(server.dataSource()));
        }
        SqlAnalyzer analyzer = new SqlAnalyzer(Dialect.POSTGRESQL);
        dataSource = new LogicalDataSource(
                router,
                List.copyOf(pools),
                analyzer::facts,
                () -> Catalog.EMPTY,
                () -> pools.forEach(HikariDataSource::close));
        sample();
    }

    static RouteOptions options(Capture capture) {
        return new RouteOptions(
                ReadLevel.READ_YOUR_WRITES,
                true,
                capture,
                false,
                Duration.ofHours(1),
                Duration.ofMillis(10),
                Duration.ofHours(1),
                Long.MAX_VALUE,
                Duration.ZERO,
                100,
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                false,
                Duration.ofMinutes(10),
                1000,
                List.of());
    }

    static HikariDataSource pool(DataSource connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections);
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    Connection open() {
        return dataSource.getConnection();
    }

    Node node(int index) {
        return router.nodes().get(index);
    }

    /** Tells the router of all nodes, as pollers would, once the standbys have caught up. */
    void sample() throws SQLException {
        cluster.awaitCaughtUp();
        for (int i = 0; i < cluster.servers().size(); i++) {
            sample(i);
        }
    }

    /** Tells the router of one node. */
    void sample(int index) throws SQLException {
        Server server = cluster.servers().get(index);
        if (!server.isRunning()) {
            router.unreachable(node(index));
            return;
        }
        long before = System.nanoTime();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SAMPLE)) {
            rows.next();
            long incarnation = incarnation(server);
            long position = rows.getLong(5);
            if (rows.getBoolean(1)) {
                Epoch epoch = new Epoch(rows.getLong(3), rows.getInt(4));
                router.observed(
                        node(index),
                        new StandbySample(before, System.nanoTime(), epoch, incarnation, position, 0, false));
            } else {
                Epoch epoch = new Epoch(
                        rows.getLong(3), Integer.parseInt(rows.getString(7).substring(0, 8), 16));
                router.observed(
                        node(index),
                        new PrimarySample(before, System.nanoTime(), epoch, incarnation, position, rows.getLong(6), 0));
            }
        }
    }

    void sampleQuietly(int index) {
        try {
            sample(index);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells the router that the first node takes no writes any more, and of no other that does. */
    void forgetPrimary() throws SQLException {
        long now = System.nanoTime();
        try (Connection connection = cluster.servers().get(1).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SAMPLE)) {
            rows.next();
            Epoch epoch = new Epoch(rows.getLong(3), rows.getInt(4));
            router.observed(node(0), new StandbySample(now, now, epoch, 1, 0, 0, false));
        }
    }

    private static long incarnation(Server server) throws SQLException {
        try (Connection connection = server.connect()) {
            return ServerIdentity.of(connection).incarnation();
        }
    }

    /** Where the connection's last unit went. */
    static RouteDecision decision(Connection connection) throws SQLException {
        RouteDecision decision = connection.unwrap(RoutedConnection.class).lastDecision();
        assertThat(decision).isNotNull();
        return decision;
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Connections that are out of the pools. */
    int borrowed() {
        return pools.stream()
                .mapToInt(pool -> pool.getHikariPoolMXBean().getActiveConnections())
                .sum();
    }

    @Override
    public void close() throws SQLException {
        dataSource.close();
    }
}
