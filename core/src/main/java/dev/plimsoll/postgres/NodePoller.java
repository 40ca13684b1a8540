package dev.plimsoll.postgres;

import dev.plimsoll.route.Failure;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.NodeSample;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.Router;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Asks one node for its part and position, again and again, and tells the router. Nothing but {@link #stop()} ends it. */
final class NodePoller implements Runnable {
    private static final long SPACING_NANOS = 2_000_000L;
    private static final long SPACING_OF_RETRIES_NANOS = 100_000_000L;
    private static final long FIRST_RETRY_NANOS = 200_000_000L;
    private static final long LAST_RETRY_NANOS = 5_000_000_000L;
    private static final int CATALOG_TIMEOUT_MILLIS = 10_000;

    private final Node node;
    private final Router router;
    private final NodeConnection connection;
    private final CatalogSnapshot catalog;
    private final Pace pace;
    private final NodeLog log;
    private long retry = FIRST_RETRY_NANOS;
    private boolean failing;
    private boolean reached;

    NodePoller(Node node, Router router, NodeConnection connection, CatalogSnapshot catalog, Pace pace) {
        this.node = node;
        this.router = router;
        this.connection = connection;
        this.catalog = catalog;
        this.pace = pace;
        this.log = new NodeLog(node.name());
    }

    void want() {
        pace.want();
    }

    void stop() {
        pace.stop();
        connection.abandon();
    }

    @Override
    public void run() {
        while (!pace.isStopped()) {
            try {
                pace.begin();
                turn();
                rest();
            } catch (Throwable failure) { // of our own code, or the JVM's: the next turn may go well
                survive(failure);
            }
        }
        connection.abandon();
        connection.giveBack();
    }

    private void survive(Throwable failure) {
        try {
            log.survived(failure);
            pace.pause(FIRST_RETRY_NANOS, SPACING_OF_RETRIES_NANOS);
        } catch (Throwable again) {
            Thread.onSpinWait(); // not even logging works, for want of memory perhaps
        }
    }

    private void rest() {
        if (failing) {
            pace.pause(retry, SPACING_OF_RETRIES_NANOS);
            retry = Math.min(2 * retry, LAST_RETRY_NANOS);
        } else {
            retry = FIRST_RETRY_NANOS;
            pace.pause(router.pauseNanos(node), SPACING_NANOS);
        }
    }

    private void turn() {
        NodeSample sample = sample();
        failing = sample == null;
        if (sample == null) {
            return;
        }
        reached = true;
        log.sampled(sample);
        router.observed(node, sample);
        if (router.nudges(node)) {
            nudge();
        }
        if (sample instanceof PrimarySample && catalog.isDue(router.now()) && node.equals(router.awaitPrimary(0))) {
            readCatalog();
        }
    }

    private @Nullable NodeSample sample() {
        try {
            Sampler sampler = connection.sampler();
            if (sampler != null) {
                return sampler.sample();
            }
            noConnection();
        } catch (SQLException | RuntimeException e) {
            failed(e);
        }
        return null;
    }

    /** Whether the node is dead or its pool in use, only the pool knows: what was reached a moment ago is taken to live. */
    private void noConnection() {
        if (!reached && !pace.isStopped()) {
            log.silent();
            router.unreachable(node);
        }
    }

    private void failed(Exception failure) {
        connection.giveBack();
        if (failure instanceof SQLException sql && SqlFailures.failure(sql, false, false) == Failure.POOL_EXHAUSTED) {
            log.exhausted(); // says nothing of the node, of which the last sample holds
        } else if (!pace.isStopped()) {
            reached = false;
            log.failed(failure);
            router.unreachable(node);
        }
    }

    private void nudge() {
        try {
            Sampler sampler = connection.sampler();
            if (sampler != null) {
                sampler.nudge();
            }
        } catch (SQLException | RuntimeException e) {
            connection.giveBack(); // whether the node lives, the next sample shows
        }
    }

    private void readCatalog() {
        HeldConnection held = connection.held();
        if (held == null) {
            return;
        }
        boolean read = false;
        try {
            held.limit(CATALOG_TIMEOUT_MILLIS);
            read = catalog.refresh(held.connection(), router.now());
            held.limit(NodeConnection.PROBE_TIMEOUT_MILLIS);
        } catch (SQLException | RuntimeException e) {
            read = false;
        }
        if (!read) {
            connection.giveBack(); // it may be broken
        }
    }
}
