package dev.plimsoll.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a poller keeps to its node, renewed now and then so that the pool may retire it. The poller's, but for
 * {@link #abandon()}.
 */
final class NodeConnection {
    static final int PROBE_TIMEOUT_MILLIS = 1000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long RENEWED_AFTER_NANOS = 300_000_000_000L;

    /** A pool's own timeout has passed by then; what still hangs may hang for ever. */
    private static final long HOPELESS_AFTER_NANOS = 40_000_000_000L;

    private final String node;
    private final DataSource pool;
    private final Opener opener;
    private final Runnable came;
    private volatile @Nullable Acquisition pending;
    private long pendingSince;
    private @Nullable HeldConnection held;
    private @Nullable Sampler sampler;
    private long heldSince;

    /** Makes a sampler of a connection. */
    interface Opener {
        Sampler open(HeldConnection connection) throws SQLException;
    }

    /** @param came called when the pool has answered */
    NodeConnection(String node, DataSource pool, Opener opener, Runnable came) {
        this.node = node;
        this.pool = pool;
        this.opener = opener;
        this.came = came;
    }

    /** The node through the present connection, or through one from the pool; null if the pool has not given one in time. */
    @Nullable
    Sampler sampler() throws SQLException {
        Sampler present = sampler;
        if (present != null && System.nanoTime() - heldSince < RENEWED_AFTER_NANOS) {
            return present;
        }
        giveBack();
        Acquisition attempt = attempt();
        if (!attempt.await(PROBE_TIMEOUT_MILLIS * NANOS_PER_MILLI)) {
            return null;
        }
        pending = null;
        return open(attempt.take());
    }

    private Acquisition attempt() {
        Acquisition present = pending;
        if (present != null && !present.hasEnded() && System.nanoTime() - pendingSince > HOPELESS_AFTER_NANOS) {
            present.abandon();
            present = null;
        }
        if (present == null) {
            pendingSince = System.nanoTime();
            present = Acquisition.begin(pool, node, came);
            pending = present;
        }
        return present;
    }

    private Sampler open(Connection connection) throws SQLException {
        HeldConnection taken = HeldConnection.hold(connection, PROBE_TIMEOUT_MILLIS);
        held = taken;
        heldSince = System.nanoTime();
        Sampler opened = opener.open(taken);
        sampler = opened;
        return opened;
    }

    /** What is held now; null if nothing is. */
    @Nullable
    HeldConnection held() {
        return held;
    }

    void giveBack() {
        if (sampler != null) {
            sampler.close();
            sampler = null;
        }
        if (held != null) {
            held.close();
            held = null;
        }
    }

    /** Waits for no connection any more; from any thread. */
    void abandon() {
        Acquisition present = pending;
        if (present != null) {
            present.abandon();
        }
    }
}
