package cluster;

import java.sql.Connection;
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

    private final Endpoint direct;
    private final Node node;
    private final Replay replay;
    private final TcpProxy proxy;
    private final Consumer<Server> promoted;
    private volatile @Nullable Server upstream;

    Server(String name, Node node, Consumer<Server> promoted) {
        this.direct = new Endpoint(name, node.port());
        this.node = node;
        this.replay = new Replay(direct);
        this.proxy = TcpProxy.before(node.port());
        this.promoted = promoted;
    }

    /** {@code primary}, {@code s1}, {@code s2} and so on: what it began as, not what it has become. */
    public String name() {
        return direct.name();
    }

    /** Where the server itself listens. */
    public int port() {
        return direct.port();
    }

    /** The network between clients and this server; what replicates goes past it. */
    public TcpProxy proxy() {
        return proxy;
    }

    /** Through the proxy. */
    public String url() {
        return new Endpoint(name(), proxy.port()).url();
    }

    /** Past the proxy, for whoever breaks things or judges the outcome. */
    public String directUrl() {
        return direct.url();
    }

    /** Unpooled connections through the proxy. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    /** A connection past the proxy. */
    public Connection connect() throws SQLException {
        return direct.connect();
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
        return direct.query(sql);
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
        replay.thaw();
        node.stop();
    }

    /** A crash: all its processes are killed at once. */
    public synchronized void kill() {
        replay.forget();
        node.kill();
    }

    /** Ends all sessions of clients but the caller's own, as an administrator would; says how many. */
    public int killBackends() {
        return Integer.parseInt(direct.ask("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()"));
    }

    /**
     * Receives but does not apply, until resumed, restarted or promoted. What is waiting for the apply delay to pass, or is
     * frozen, takes notice later than this returns.
     */
    public synchronized void pauseReplay() {
        replay.pause();
    }

    /** Ends {@link #pauseReplay()}. */
    public synchronized void resumeReplay() {
        replay.resume();
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
        replay.freeze();
    }

    /** Ends {@link #freezeReplay()}. */
    public synchronized void thawReplay() {
        replay.thaw();
    }

    /**
     * Makes this standby a primary, the cluster's from then on, and waits until it can be written to. The old primary, if it
     * runs, still takes writes: stop it before. The other standbys have to {@link #follow(Server) follow}.
     */
    public synchronized void promote() {
        replay.thaw();
        direct.ask("select pg_promote(true, " + DONE.toSeconds() + ")::text");
        direct.await("select not pg_is_in_recovery()", DONE, () -> "it was not promoted");
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
        } else if (direct.ask("select pg_is_in_recovery()").equals("f")) {
            throw new IllegalStateException(name() + " is a primary: stop it, or rewind it");
        }
        upstream = primary;
        configure("primary_conninfo", primary.conninfo(name()));
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
        return name() + " on port " + port();
    }

    /** Starts it without waiting. */
    synchronized void begin() {
        replay.forget();
        node.start();
    }

    synchronized void awaitStarted() {
        Await.until(
                () -> {
                    if (!isRunning()) {
                        throw new IllegalStateException(name() + " ended while starting:\n" + node.logTail());
                    }
                    return direct.isTrue("select true");
                },
                STARTED,
                () -> name() + " did not start:\n" + node.logTail() + "\n");
    }

    /** Ends it without care for its data, and its proxy. */
    synchronized void close() {
        replay.thaw();
        proxy.close();
        node.abandon();
    }

    boolean follows(Server primary) {
        return upstream == primary;
    }

    DataDirectory data() {
        return node.data();
    }

    Endpoint direct() {
        return direct;
    }

    private void configure(String setting, String value) {
        node.set(setting, value);
        if (isRunning()) {
            direct.await(
                    "select setting = '" + value.replace("'", "''") + "' from pg_settings where name = '" + setting
                            + "'",
                    DONE,
                    () -> setting + " did not become " + value);
        }
    }

    private String conninfo(String follower) {
        return "host=127.0.0.1 port=" + port() + " user=postgres application_name=" + follower;
    }
}
