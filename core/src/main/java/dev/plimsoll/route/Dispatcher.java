package dev.plimsoll.route;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the node for a unit: what its reader must not miss, which replicas are fit for that, and who serves it if none is. */
final class Dispatcher {
    private final RouteOptions options;
    private final LongSupplier clock;
    private final Cluster cluster;
    private final Replicas replicas;
    private final List<Node> nodes;
    private final Demand demand;
    private final Bulkhead bulkhead;
    private final Pins pins;

    Dispatcher(
            RouteOptions options,
            LongSupplier clock,
            Cluster cluster,
            Replicas replicas,
            List<Node> nodes,
            Demand demand,
            Bulkhead bulkhead,
            Pins pins) {
        this.options = options;
        this.clock = clock;
        this.cluster = cluster;
        this.replicas = replicas;
        this.nodes = nodes;
        this.demand = demand;
        this.bulkhead = bulkhead;
        this.pins = pins;
    }

    /** Places a unit that may go to a replica, at any level but {@link ReadLevel#PRIMARY}. */
    @Nullable
    RouteDecision place(Placement placement, Reason why, Reader reader, ReadLevel level, int excluded) {
        long now = clock.getAsLong();
        if (level == ReadLevel.EVENTUAL) {
            NodeState any = replicas.any(cluster.topology(), 0, now, excluded);
            return any == null
                    ? diverted(placement, reader, level, 0, now, excluded)
                    : onReplica(placement, any, why, reader, false, now);
        }
        if (reader.isOnPrimary()) {
            return onPrimary(placement, reader, Reason.UNIT_ON_PRIMARY, level);
        }
        boolean pinned = pins.isPinned(reader);
        Reason reason = level == ReadLevel.STRONG_READ ? strong(now) : pinned ? pinned(reader, now) : null;
        if (reason != null) {
            return onPrimary(placement, reader, reason, level);
        }
        long need = pinned ? pins.need(reader) : 0;
        return enter(placement, why, reader, level, pinned, need, now, excluded);
    }

    private @Nullable RouteDecision enter(
            Placement placement,
            Reason why,
            Reader reader,
            ReadLevel level,
            boolean pinned,
            long ownNeed,
            long now,
            int excluded) {
        Topology topology = cluster.topology(); // after the look at the pins: what they have forgotten, it has settled
        PrimarySample sample = level == ReadLevel.STRONG_READ ? topology.sample() : null;
        long need = Math.max(Math.max(ownNeed, topology.settled()), sample == null ? 0 : sample.inserted());
        NodeState state = replicas.enter(topology, need, reader, now, excluded);
        long placedAt = now;
        if (state == null && options.replicaWait().toNanos() > 0) {
            state = await(need, reader, excluded);
            placedAt = clock.getAsLong();
        }
        if (state == null) {
            return diverted(placement, reader, level, need, now, excluded);
        }
        if (pinned) {
            pins.released(reader, now);
        }
        return onReplica(placement, state, why, reader, true, placedAt);
    }

    private @Nullable NodeState await(long need, Reader reader, int excluded) {
        long now = clock.getAsLong();
        if (replicas.whyNone(cluster.topology(), need, now, excluded) != Reason.PINNED_POSITION) {
            return null;
        }
        wantsPosition(need, now);
        AtomicReference<@Nullable NodeState> entered = new AtomicReference<>();
        cluster.await(options.replicaWait().toNanos(), () -> {
            entered.set(replicas.enter(cluster.topology(), need, reader, clock.getAsLong(), excluded));
            return entered.get() != null;
        });
        return entered.get();
    }

    private void wantsPosition(long need, long now) {
        if (need != Pins.NEVER) {
            demand.wantsPosition(need, now);
        }
        pollReplicas();
    }

    /** Null if no node is known to take writes. */
    @Nullable
    RouteDecision onPrimary(Placement placement, Reader reader, Reason reason, ReadLevel level) {
        Node primary = cluster.topology().primary();
        if (primary == null) {
            return null;
        }
        reader.onPrimary();
        RouteDecision decision = primary.asPrimary(reason);
        placement.onPrimary(decision, reader, level);
        return decision;
    }

    private RouteDecision onReplica(
            Placement placement, NodeState state, Reason reason, Reader reader, boolean noted, long now) {
        Node node = state.node();
        node.began();
        RouteDecision decision = node.asReplica(reason);
        placement.onReplica(decision, reader, state, noted, now);
        return decision;
    }

    /** No replica is fit for a read: who is to serve it then. */
    private @Nullable RouteDecision diverted(
            Placement placement, Reader reader, ReadLevel level, long need, long now, int excluded) {
        Topology topology = cluster.topology();
        Reason reason = replicas.whyNone(topology, need, now, excluded);
        if (reason == Reason.PINNED_POSITION) {
            wantsPosition(need, now);
        }
        if (level != ReadLevel.EVENTUAL) {
            pins.giveUpLastRead(reader, topology);
        }
        return reason == Reason.PINNED_POSITION
                ? onPrimary(placement, reader, reason, level)
                : throughBulkhead(placement, reader, level, reason, excluded);
    }

    private @Nullable RouteDecision throughBulkhead(
            Placement placement, Reader reader, ReadLevel level, Reason reason, int excluded) {
        boolean entered = bulkhead.tryEnter();
        if (!entered && level == ReadLevel.EVENTUAL) {
            NodeState least = replicas.leastBehind(cluster.topology(), excluded);
            if (least != null) {
                return onReplica(placement, least, Reason.SHED, reader, false, clock.getAsLong());
            }
        }
        if (!entered && !bulkhead.enter()) {
            return null;
        }
        RouteDecision decision = onPrimary(placement, reader, reason, level);
        if (decision == null) {
            bulkhead.leave();
        } else {
            placement.permit();
        }
        return decision;
    }

    private @Nullable Reason pinned(Reader reader, long now) {
        Reason pinned = pins.pinned(reader, now);
        if (pinned == Reason.PINNED_UNRESOLVED) {
            demand.wantsSample(now);
            pollPrimary();
        }
        return pinned;
    }

    /** Has the primary sampled after {@code now}, for what was committed by then; null if it was. */
    private @Nullable Reason strong(long now) {
        if (cluster.guarantee() == Guarantee.WINDOW) {
            return Reason.LEVEL;
        }
        pollPrimary();
        PrimarySample sample = cluster.awaitSample(now, options.fallbackWait().toNanos());
        return sample == null ? Reason.PINNED_UNRESOLVED : null;
    }

    void pollPrimary() {
        Node primary = cluster.topology().primary();
        if (primary != null) {
            primary.poll();
        }
    }

    void pollReplicas() {
        Node primary = cluster.topology().primary();
        for (int i = 0; i < nodes.size(); i++) { // no iterator
            Node node = nodes.get(i);
            if (!node.equals(primary)) {
                node.poll();
            }
        }
    }
}
