package dev.plimsoll.postgres;

import dev.plimsoll.route.Node;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all nodes of a router for their positions, from one daemon thread for each. A node that cannot be reached, now or at the start,
 * is tried again until {@link #close()}. Safe for use by many threads.
 *
 * <p>Each poller keeps one connection of its node's pool, for five minutes at a time: make each pool one larger than the application
 * needs, and let it not take that for a leak sooner.
 */
public final class NodePollers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.route");
    private static final long END_NANOS = 2_000_000_000L;

    private final List<NodePoller> pollers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CatalogSnapshot catalog;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean started;
    private boolean closed;

    /**
     * Pollers of nodes whose database is not known before the first connection. Begins nothing yet.
     *
     * @param pools of the nodes, in the router's order
     */
    public NodePollers(Router router, List<? extends DataSource> pools) {
        this(router, pools, CatalogReader::read);
    }

    NodePollers(Router router, List<? extends DataSource> pools, CatalogSnapshot.Source catalog) {
        this.catalog =
                new CatalogSnapshot(connection -> isPostgres(connection) ? catalog.read(connection) : Catalog.EMPTY);
        for (Node node : router.nodes()) {
            Pace pace = new Pace();
            NodeConnection connection =
                    new NodeConnection(node.name(), pools.get(node.index()), opener(router, node), pace::want);
            NodePoller poller = new NodePoller(node, router, connection, this.catalog, pace);
            pollers.add(poller);
            threads.add(Threads.daemon("plimsoll-poller-" + node.name(), poller, null));
            node.onDemand(poller::want);
        }
    }

    private NodeConnection.Opener opener(Router router, Node node) {
        ServerStart start = new ServerStart();
        return held -> {
            if (isPostgres(held.connection())) {
                return PostgresNode.on(held, router::now, start);
            }
            tellWindow();
            return new OtherDatabase(held.connection(), node.index() == 0, router::now);
        };
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }

    private void tellWindow() {
        if (told.compareAndSet(false, true)) {
            LOG.info("This database tells no positions: that readers see their own writes rests on a time window only");
        }
    }

    /** Starts the threads, unless they are started already; returns at once. */
    public void start() {
        if (!started) {
            startOnce();
        }
    }

    private synchronized void startOnce() {
        if (started || closed) {
            return;
        }
        started = true;
        threads.forEach(Thread::start);
    }

    /** What is known of the database's functions and relations; empty until a primary was reached. */
    public Catalog catalog() {
        return catalog.catalog();
    }

    /** Something was defined, or dropped: the catalog is read anew as soon as may be. */
    public void catalogChanged() {
        catalog.changed();
        pollers.forEach(NodePoller::want);
    }

    /** Ends the threads, and waits a little for their connections to be back in their pools. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        pollers.forEach(NodePoller::stop);
        long deadline = System.nanoTime() + END_NANOS;
        try {
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
