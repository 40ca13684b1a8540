package replicas;

import cluster.Cluster;
import cluster.Server;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;

/** A primary and two standbys of it, and a pool of connections to each. They live until it is closed. */
final class Servers implements AutoCloseable {
    /** What the nodes are called, in the order of their numbers: p is the primary at first. */
    static final List<String> NAMES = List.of("p", "a", "b");

    /** One more than the shop needs at a time: Plimsoll keeps one to ask the node how far it is. */
    private static final int CONNECTIONS = 17;

    /** So long whoever needs the primary waits for one that is no more, before the next one is tried. */
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private final Cluster cluster;
    private final List<HikariDataSource> pools;

    private Servers(Cluster cluster) {
        this.cluster = cluster;
        this.pools = cluster.servers().stream().map(Servers::pool).toList();
    }

    /** Three servers with the tables of the shop on each. */
    static Servers start() throws SQLException {
        Cluster cluster = Cluster.start(NAMES.size() - 1);
        try {
            cluster.primary().execute(Shop.TABLES);
            cluster.awaitCaughtUp();
            return new Servers(cluster);
        } catch (SQLException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static HikariDataSource pool(Server server) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(server.name());
        config.setJdbcUrl(server.directUrl());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        return new HikariDataSource(config);
    }

    /** By the number of the node. */
    Server server(int node) {
        return cluster.servers().get(node);
    }

    List<HikariDataSource> pools() {
        return pools;
    }

    void awaitCaughtUp() {
        cluster.awaitCaughtUp();
    }

    /** Connections that were taken from the pools and not given back. */
    int connectionsInUse() {
        return pools.stream()
                .mapToInt(pool -> pool.getHikariPoolMXBean().getActiveConnections())
                .sum();
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        cluster.close();
    }
}
