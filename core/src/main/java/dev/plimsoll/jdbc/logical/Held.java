package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Node;
import dev.plimsoll.route.RouteDecision;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The connections that a logical connection has out of pools: one, or, while a result on a replica is still being read, that and the
 * primary's. Never waits for a replica's pool while it has a primary's connection, so that no two can wait for each other.
 */
final class Held {
    private final Pools pools;
    private volatile @Nullable PhysicalConnection current;
    private boolean currentIsReplica;
    private volatile @Nullable PhysicalConnection parked;

    Held(Pools pools) {
        this.pools = pools;
    }

    @Nullable
    PhysicalConnection current() {
        return current;
    }

    @Nullable
    PhysicalConnection parked() {
        return parked;
    }

    boolean isPrimary(PhysicalConnection connection) {
        return connection == current && !currentIsReplica;
    }

    /** A connection that was taken before anything was to be executed. */
    void keep(PhysicalConnection taken) {
        current = taken;
        currentIsReplica = false;
    }

    boolean isPrimaryBeingRead() {
        PhysicalConnection now = current;
        return now != null && !currentIsReplica && now.isBeingRead();
    }

    /** Whether a result on another replica than {@code node} is still being read. */
    boolean isOtherBeingRead(Node node) {
        return isOther(current, node) || isOther(parked, node);
    }

    private static boolean isOther(@Nullable PhysicalConnection one, Node node) {
        return one != null && !one.node().equals(node) && one.isBeingRead();
    }

    /** The connection for a unit on the decided node; what is not needed goes back first. */
    PhysicalConnection move(RouteDecision decision) throws SQLException {
        Node node = decision.node();
        PhysicalConnection now = current;
        if (now == null || !now.node().equals(node)) {
            leave(now, decision);
            PhysicalConnection waiting = parked;
            if (waiting != null && waiting.node().equals(node)) {
                parked = null;
                now = waiting;
            } else {
                now = pools.take(node);
            }
            current = now;
        }
        currentIsReplica = decision.replica();
        return now;
    }

    private void leave(@Nullable PhysicalConnection now, RouteDecision decision) {
        PhysicalConnection waiting = parked;
        if (waiting != null && !waiting.node().equals(decision.node()) && !waiting.isBeingRead()) {
            parked = null;
            waiting.giveBack();
        }
        current = null;
        if (now != null && currentIsReplica && !decision.replica() && now.isBeingRead() && parked == null) {
            parked = now;
        } else if (now != null) {
            now.giveBack();
        }
    }

    /** The current one is of no use. */
    void giveBack() {
        PhysicalConnection now = current;
        current = null;
        if (now != null) {
            now.giveBack();
        }
    }

    /** A statement has failed on the current one; a transaction that it had begun goes with it. */
    void giveBackAfterFailure() {
        PhysicalConnection now = current;
        if (now == null) {
            return;
        }
        try {
            if (!now.handle().getAutoCommit()) {
                now.handle().rollback();
            }
        } catch (SQLException | RuntimeException e) {
            now.broken();
        }
        if (!now.isBeingRead()) {
            giveBack();
        }
    }

    /** Both, even if one of them throws. */
    void close() throws SQLException {
        PhysicalConnection now = current;
        PhysicalConnection waiting = parked;
        current = null;
        parked = null;
        try {
            if (now != null) {
                now.close();
            }
        } finally {
            if (waiting != null) {
                waiting.close();
            }
        }
    }
}
