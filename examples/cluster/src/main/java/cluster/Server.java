package cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL server of a {@link Cluster}, and the faults that can befall it.
 *
 * <p>Safe for use by many threads. What starts, stops or reconfigures it waits for its turn and returns when it is done.
 * The driver's exceptions come from the three methods that run the caller's SQL; all others throw
 * {@link IllegalStateException} when something does not come about in time.
 */
public final class Server {
    private static final Duration STARTED = Duration.ofSeconds(60);
    private static final Duration DONE = Duration.ofSeconds(30);

    private final String name;
    private final Node node;
    private final TcpProxy proxy;
    private final Consumer<Server> promoted;
    private volatile @Nullable Server upstream;
    private long frozen;

    Server(String name, Node node, Consumer<Server> promoted) {
        this.name = name;
        this.node = node;
        this.proxy = TcpProxy.before(node.port());
        this.promoted = promoted;
    }

    /** {@code primary}, {@code s1}, {@code s2} and so on: what it began as, not what it has become. */
    public String name() {
        return name;
    }

    /** Where the server itself listens. */
    public int port() {
        return node.port();
    }

    /** The network between clients and this server; what replicates goes past it. */
    public TcpProxy proxy() {
        return proxy;
    }

    /** Through the proxy. */
    public String url() {
        return url(proxy.port());
    }

    /** Past the proxy, for whoever breaks things or judges the outcome. */
    public String directUrl() {
        return url(port());
    }

    /** Unpooled connections through the proxy. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    /** A connection past the proxy. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(directUrl());
    }

    /** Runs these statements one by one in autocommit, past the proxy. */
    public void execute(String... sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    /** The first column of the first row, past the proxy; null if there is no row, or it holds null. */
    public @Nullable String query(String sql) throws SQLException {
        return first(directUrl(), sql);
    }

    /** Whether its first process lives, be it that it accepts connections yet or not. */
    public boolean isRunning() {
        return node.isRunning();
    }

    /** Starts it on the data it has, and waits until it accepts connections. Does nothing when it is running. */
    public synchronized void start() {
        if (!isRunning()) {
            begin();
            awaitStarted();
        }
    }

    /** A fast shutdown: sessions are cut off, the data written out. */
    public synchronized void stop() {
        thawReplay();
        node.stop();
    }

    /** A crash: all its processes are killed at once. */
    public synchronized void kill() {
        frozen = 0;
        node.kill();
    }

    /** Ends all sessions of clients but the caller's own, as an administrator would; says how many. */
    public int killBackends() {
        return Integer.parseInt(ask("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()"));
    }

    /**
     * Receives but does not apply, until resumed, restarted or promoted. What is waiting for the apply delay to pass, or is
     * frozen, takes notice later than this returns.
     */
    public synchronized void pauseReplay() {
        ask("select pg_wal_replay_pause()::text");
        boolean late = frozen != 0 || !ask(setting("recovery_min_apply_delay")).equals("0");
        await(late ? "select 't'" : "select pg_get_wal_replay_pause_state() = 'paused'", "The replay did not pause");
    }

    /** Ends {@link #pauseReplay()}. */
    public synchronized void resumeReplay() {
        ask("select pg_wal_replay_resume()::text");
    }

    /** Applies each commit only when this much time has passed since it was made; zero for at once. Survives restarts. */
    public synchronized void applyDelay(Duration delay) {
        configure("recovery_min_apply_delay", Long.toString(delay.toMillis()));
    }

    /**
     * Halts the process that applies, wherever it is in its work. Unlike a pause the server itself does not know of it.
     * Never leaves it halted where it blocks the queries of others.
     */
    public synchronized void freezeReplay() {
        if (frozen != 0) {
            return;
        }
        long startup = Long.parseLong(ask("select pid from pg_stat_activity where backend_type = 'startup'"));
        Await.until(() -> halted(startup), DONE, () -> name + " could not be frozen");
        frozen = startup;
    }

    /** Ends {@link #freezeReplay()}. */
    public synchronized void thawReplay() {
        if (frozen != 0) {
            Postmaster.signal(frozen, "CONT");
            frozen = 0;
        }
    }

    /**
     * Makes this standby a primary, the cluster's from then on, and waits until it can be written to. The old primary, if it
     * runs, still takes writes: stop it before. The other standbys have to {@link #follow(Server) follow}.
     */
    public synchronized void promote() {
        thawReplay();
        ask("select pg_promote(true, " + DONE.toSeconds() + ")::text");
        await("select not pg_is_in_recovery()", "It was not promoted");
        upstream = null;
        promoted.accept(this);
    }

    /**
     * Streams from that server from now on, be this one running or not. It must not have applied what the other never had;
     * {@link #rewindTo(Server)} if it has.
     */
    public synchronized void follow(Server primary) {
        if (!isRunning()) {
            node.data().markStandby();
        } else if (ask("select pg_is_in_recovery()").equals("f")) {
            throw new IllegalStateException(name + " is a primary: stop it, or rewind it");
        }
        upstream = primary;
        configure("primary_conninfo", primary.conninfo(name));
    }

    /** Throws away what it has, copies that server anew, and starts as its standby. */
    public synchronized void rewindTo(Server primary) {
        kill();
        node.data().delete();
        new Backup(primary).copyTo(node.data());
        follow(primary);
        start();
    }

    @Override
    public String toString() {
        return name + " on port " + port();
    }

    /** Starts it without waiting. */
    synchronized void begin() {
        frozen = 0;
        node.start();
    }

    synchronized void awaitStarted() {
        Await.until(
                () -> {
                    if (!isRunning()) {
                        throw new IllegalStateException(name + " ended while starting:\n" + node.logTail());
                    }
                    return isTrue("select true");
                },
                STARTED,
                () -> name + " did not start:\n" + node.logTail() + "\n");
    }

    /** Ends it without care for its data, and its proxy. */
    synchronized void close() {
        thawReplay();
        proxy.close();
        node.abandon();
    }

    boolean follows(Server primary) {
        return upstream == primary;
    }

    DataDirectory data() {
        return node.data();
    }

    boolean isTrue(String sql) {
        try {
            return "t".equals(query(sql));
        } catch (SQLException e) {
            return false; // Not now: whoever asks asks again.
        }
    }

    String ask(String sql) {
        try {
            return String.valueOf(query(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(name + ": " + e.getMessage(), e);
        }
    }

    private boolean halted(long startup) {
        Postmaster.signal(startup, "STOP");
        try {
            first(directUrl() + "&socketTimeout=2", "select count(pg_last_wal_replay_lsn()) from pg_class");
            return true;
        } catch (SQLException e) {
            // It holds a lock that queries need.
            Postmaster.signal(startup, "CONT");
            return false;
        }
    }

    private void configure(String setting, String value) {
        node.set(setting, value);
        if (isRunning()) {
            await(
                    "select setting = '" + value.replace("'", "''") + "' from pg_settings where name = '" + setting
                            + "'",
                    setting + " did not become " + value);
        }
    }

    private void await(String sql, String complaint) {
        Await.until(() -> isTrue(sql), DONE, () -> name + ": " + complaint);
    }

    private String conninfo(String follower) {
        return "host=127.0.0.1 port=" + port() + " user=postgres application_name=" + follower;
    }

    private static String setting(String name) {
        return "select setting from pg_settings where name = '" + name + "'";
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&sslmode=disable";
    }

    private static @Nullable String first(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
