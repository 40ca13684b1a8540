package cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL primary and standbys that stream from it, each behind a {@link TcpProxy}, in a temporary directory.
 *
 * <p>Safe for use by many threads. Its processes and files are gone when it is closed, and when the JVM ends, however it
 * does. Needs {@code sh}: Linux or macOS, root or not.
 */
public final class Cluster implements AutoCloseable {
    private static final Duration CAUGHT_UP = Duration.ofSeconds(30);

    /**
     * Fast, and with a long way to replay after a crash. Nothing is synced: a process that is killed leaves what it wrote
     * with the operating system. Shared memory lies in the data directory, to be gone with it.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("dynamic_shared_memory_type", "mmap"),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("max_connections", "200"),
            Map.entry("max_prepared_transactions", "16"),
            Map.entry("fsync", "off"),
            Map.entry("wal_level", "replica"),
            Map.entry("wal_keep_size", "2GB"),
            Map.entry("max_wal_size", "8GB"),
            Map.entry("checkpoint_timeout", "1h"),
            Map.entry("hot_standby", "on"),
            Map.entry("hot_standby_feedback", "off"),
            Map.entry("wal_receiver_status_interval", "1s"),
            Map.entry("wal_retrieve_retry_interval", "200ms"),
            Map.entry("restart_after_crash", "on"));

    private final Home home = Home.create();
    private final List<Server> servers = new ArrayList<>();
    private volatile Server primary;

    private Cluster(int standbys, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(SETTINGS);
        all.putAll(settings);
        primary = add("primary", all);
        for (int number = 1; number <= standbys; number++) {
            add("s" + number, all).follow(primary);
        }
    }

    /** Starts a primary and this many standbys. */
    public static Cluster start(int standbys) {
        return start(standbys, Map.of());
    }

    /** Starts a primary and this many standbys, all with these settings, which go before our own. */
    public static Cluster start(int standbys, Map<String, String> settings) {
        Cluster cluster = new Cluster(standbys, settings);
        try {
            cluster.servers.forEach(Server::begin);
            cluster.servers.forEach(Server::awaitStarted);
            cluster.awaitStreaming();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The server last promoted, or the one that began as primary. */
    public Server primary() {
        return primary;
    }

    /** Those that began as standbys, in their order, whatever they have become. */
    public List<Server> standbys() {
        return servers().subList(1, servers.size());
    }

    /** All servers, the one that began as primary first. */
    public List<Server> servers() {
        return List.copyOf(servers);
    }

    /** Waits until every running standby of the primary has applied all that the primary has written by now. */
    public void awaitCaughtUp() {
        Server source = primary;
        String written = source.direct().ask("select pg_current_wal_flush_lsn()");
        for (Server server : servers) {
            if (server.isRunning() && server.follows(source)) {
                server.direct()
                        .await(
                                "select pg_last_wal_replay_lsn() >= '" + written + "'",
                                CAUGHT_UP,
                                () -> "did not catch up with " + source + " at " + written + ", is at "
                                        + server.direct().ask("select pg_last_wal_replay_lsn()"));
            }
        }
    }

    /** Ends all servers and removes their data. */
    @Override
    public void close() {
        try {
            servers.parallelStream().forEach(Server::close);
        } finally {
            home.close();
        }
    }

    private void awaitStreaming() {
        String streaming =
                "select count(*) = " + (servers.size() - 1) + " from pg_stat_replication where state = 'streaming'";
        primary.direct().await(streaming, CAUGHT_UP, () -> "not all standbys stream");
    }

    private Server add(String name, Map<String, String> settings) {
        Node node = new Node(home.path().resolve(name), Template.get(), settings);
        Server server = new Server(name, node, promoted -> primary = promoted);
        servers.add(server);
        return server;
    }
}
