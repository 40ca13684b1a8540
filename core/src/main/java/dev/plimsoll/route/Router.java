package dev.plimsoll.route;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides where each unit of one data source goes: a transaction, or a statement in autocommit. Pollers tell it what they
 * {@linkplain #observed saw} of the nodes; connections ask it where to {@linkplain #place put} a unit, and tell it when the unit has
 * {@linkplain #ended ended} and when something was {@linkplain #wrote written}. Safe for use by many threads; a decision takes some
 * tens of nanoseconds and allocates nothing while nothing is pinned.
 */
public final class Router {
    private final RouteOptions options;
    private final LongSupplier clock;
    private final List<Node> nodes;
    private final Cluster cluster;
    private final Replicas replicas;
    private final Demand demand;
    private final Bulkhead bulkhead;
    private final Scope floor = new Scope();
    private final Readers readers;

    /**
     * @param names of the nodes: the primary as configured, then its replicas
     * @param clock nanoseconds that only grow, as {@link System#nanoTime()}; samples are taken by the same
     */
    public Router(List<String> names, RouteOptions options, LongSupplier clock) {
        this.options = options;
        this.clock = clock;
        this.nodes = IntStream.range(0, names.size())
                .mapToObj(index -> new Node(index, names.get(index)))
                .toList();
        this.cluster = new Cluster(nodes, clock);
        this.replicas = new Replicas(nodes, options);
        this.demand = new Demand(options);
        this.bulkhead = new Bulkhead(options.fallback(), options.fallbackWait().toNanos());
        this.readers = new Readers(options, floor, new Sessions(options, this::evicted));
    }

    /** The primary as configured, then its replicas. */
    public List<Node> nodes() {
        return nodes;
    }

    public RouteOptions options() {
        return options;
    }

    /** The clock that decisions go by, and samples have to. */
    public long now() {
        return clock.getAsLong();
    }

    // What pollers tell.

    /** A node has answered. */
    public void observed(Node node, NodeSample sample) {
        boolean resolves =
                sample instanceof PrimarySample && !cluster.unresolved().isEmpty();
        cluster.observed(node, sample);
        if (resolves && demand.isPositionWanted(clock.getAsLong())) {
            pollReplicas();
        }
    }

    /** A node's poller got no answer. */
    public void unreachable(Node node) {
        cluster.unreachable(node);
    }

    /** Nanoseconds until the poller asks the node again, unless it is {@linkplain Node#onDemand called} before. */
    public long pauseNanos(Node node) {
        NodeState state = node.state();
        return demand.pauseNanos(state == null ? 0 : state.position(), clock.getAsLong());
    }

    /** Whether the poller of this node should make the server flush its log, for somebody has waited for that for long. */
    public boolean nudges(Node node) {
        NodeState state = node.state();
        return state != null && state.writable() && demand.nudge(state.position(), clock.getAsLong());
    }

    // What connections ask and tell.

    /** The reader that the current thread stands for; {@code ofConnection} if it is in no unit of work. */
    public Reader reader(Reader ofConnection) {
        return readers.current(ofConnection);
    }

    /** A reader for a connection. */
    public static Reader newReader() {
        return Reader.connection(new Scope());
    }

    /** The level that holds for the current thread. */
    public ReadLevel level() {
        return ReadHint.orElse(options.level());
    }

    /**
     * Finds the node for a unit that may go to a replica. The unit has begun then, and {@link #ended} must follow.
     *
     * @param why {@link Reason#DECLARED} or {@link Reason#PROVEN_READ}
     * @param excluded nodes that have failed this unit already, one bit each by their index
     * @return null if no node may serve it: every replica is unfit, and the primary is full of such units or unknown
     */
    public @Nullable RouteDecision place(Placement placement, Reason why, Reader reader, int excluded) {
        ReadLevel level = level();
        if (level == ReadLevel.PRIMARY) {
            return onPrimary(placement, reader, Reason.LEVEL);
        }
        if (reader.isOnPrimary() && level != ReadLevel.EVENTUAL) {
            return onPrimary(placement, reader, Reason.UNIT_ON_PRIMARY);
        }
        long now = clock.getAsLong();
        Scope scope = reader.scope();
        long need = 0;
        if (level == ReadLevel.STRONG_READ) {
            need = strong(now);
        } else if (level != ReadLevel.EVENTUAL && (scope.isPinned() || floor.isPinned())) {
            Reason pinned = pinned(scope, now);
            if (pinned != null) {
                return onPrimary(placement, reader, pinned);
            }
            need = Math.max(need(scope), need(floor));
        }
        return enter(placement, why, reader, level, need, now, excluded);
    }

    private @Nullable RouteDecision enter(
            Placement placement, Reason why, Reader reader, ReadLevel level, long need, long now, int excluded) {
        Topology topology = cluster.topology();
        Node node = replicas.enter(topology, need, reader.scope(), level, now, excluded);
        if (node == null && need > 0 && options.replicaWait().toNanos() > 0) {
            node = await(need, reader, level, excluded);
        }
        return node == null
                ? diverted(placement, reader, level, need, now, excluded)
                : onReplica(placement, node, why, reader, now);
    }

    private @Nullable Node await(long need, Reader reader, ReadLevel level, int excluded) {
        demand.wantsPosition(need, clock.getAsLong());
        pollReplicas();
        Node[] entered = new Node[1];
        cluster.await(options.replicaWait().toNanos(), () -> {
            entered[0] = replicas.enter(cluster.topology(), need, reader.scope(), level, clock.getAsLong(), excluded);
            return entered[0] != null;
        });
        return entered[0];
    }

    /** Puts a unit on the primary that may write, or is tied to it; null if no node is known to take writes. */
    public @Nullable RouteDecision onPrimary(Placement placement, Reader reader, Reason reason) {
        Node primary = cluster.topology().primary();
        if (primary == null) {
            return null;
        }
        reader.onPrimary();
        RouteDecision decision = primary.asPrimary(reason);
        placement.on(decision, reader, false);
        return decision;
    }

    private RouteDecision onReplica(Placement placement, Node node, Reason reason, Reader reader, long now) {
        NodeState state = node.state();
        if (state == null) {
            throw new IllegalStateException("a read has begun on a node that was never seen");
        }
        node.began();
        RouteDecision decision = node.asReplica(reason);
        placement.on(decision, reader, state, now);
        return decision;
    }

    /** No replica is fit for a read: who is to serve it then. */
    private @Nullable RouteDecision diverted(
            Placement placement, Reader reader, ReadLevel level, long need, long now, int excluded) {
        Topology topology = cluster.topology();
        Reason reason = replicas.whyNone(topology, need, now, excluded);
        if (reason == Reason.PINNED_POSITION) {
            demand.wantsPosition(need, now);
            pollReplicas();
        }
        Node last = reader.scope().lastRead();
        if (last != null && replicas.isGone(last, topology)) {
            reader.scope().lostLastRead();
            cluster.unresolved().add(reader.scope());
        }
        boolean protectedFrom = reason == Reason.NO_REPLICA || reason == Reason.LAG;
        return protectedFrom
                ? throughBulkhead(placement, reader, level, reason, now, excluded)
                : onPrimary(placement, reader, reason);
    }

    private @Nullable RouteDecision throughBulkhead(
            Placement placement, Reader reader, ReadLevel level, Reason reason, long now, int excluded) {
        boolean entered = bulkhead.tryEnter();
        if (!entered && level == ReadLevel.EVENTUAL) {
            Node least = replicas.enterLeastBehind(cluster.topology(), reader.scope(), excluded);
            if (least != null) {
                return onReplica(placement, least, Reason.SHED, reader, now);
            }
        }
        if (!entered && !bulkhead.enter()) {
            return null;
        }
        RouteDecision decision = onPrimary(placement, reader, reason);
        if (decision == null) {
            bulkhead.leave();
        } else {
            placement.on(decision, reader, true);
        }
        return decision;
    }

    /** Why the reader may not read on any replica now; null if a position will tell. */
    private @Nullable Reason pinned(Scope scope, long now) {
        if (scope.isDirty() || floor.isDirty()) {
            demand.wantsSample(now);
            pollPrimary();
            return Reason.PINNED_UNRESOLVED;
        }
        return scope.inWindow(now) || floor.inWindow(now) ? Reason.PINNED_WINDOW : null;
    }

    /** What the scope demands in the present epoch, as a position; forgets what every replica has reached. */
    private long need(Scope scope) {
        Bookmark need = scope.need();
        if (need == null) {
            return 0;
        }
        Epoch epoch = cluster.topology().epoch();
        if (epoch == null) {
            return Long.MAX_VALUE;
        }
        if (!need.epoch().equals(epoch)) {
            Bookmark translated = cluster.translated(need);
            scope.translate(need, translated);
            return translated == null ? 0 : translated.epoch().equals(epoch) ? translated.position() : Long.MAX_VALUE;
        }
        scope.satisfied(epoch, cluster.slowest(epoch));
        return need.position();
    }

    /** How far the log was written when the read began. */
    private long strong(long now) {
        pollPrimary();
        PrimarySample sample = cluster.awaitSample(now, options.fallbackWait().toNanos());
        return sample == null ? Long.MAX_VALUE : sample.inserted();
    }

    /** The unit has ended, successfully or not. Ending it twice is harmless. */
    public void ended(Placement placement) {
        RouteDecision decision = placement.decision();
        if (decision == null || !placement.isOpen()) {
            return;
        }
        long now = clock.getAsLong();
        if (decision.replica()) {
            placement.reader().scope().left(now);
            decision.node().ended(now - placement.placedAt());
        } else {
            if (placement.isPermitted()) {
                bulkhead.leave();
            }
            if (options.level() == ReadLevel.MONOTONIC) {
                dirty(placement.reader().scope(), now, false);
            }
        }
        placement.end();
    }

    /**
     * A write of the reader was acknowledged just now. To be called after the acknowledgement, never before.
     *
     * @param durable whether it is known to have been flushed before it was acknowledged
     */
    public void wrote(Reader reader, boolean durable) {
        long now = clock.getAsLong();
        if (guarantee() == Guarantee.WINDOW) {
            reader.scope().window(now + options.pinWindow().toNanos());
            return;
        }
        dirty(reader.scope(), now, durable);
        if (demand.isSampleWanted(now)) {
            pollPrimary();
        }
    }

    /** Nobody knows whether a commit of the reader has happened, or will. */
    public void inDoubt(Reader reader) {
        wrote(reader, false);
        reader.scope().window(clock.getAsLong() + options.inDoubtWindow().toNanos());
    }

    /** The position of a write of the reader is known, from the round trip of its commit. */
    public void wroteUpTo(Reader reader, long position) {
        Epoch epoch = cluster.topology().epoch();
        if (epoch == null) {
            wrote(reader, false);
        } else {
            reader.scope().demand(new Bookmark(epoch, position));
        }
    }

    private void dirty(Scope scope, long now, boolean durable) {
        scope.wrote(now, durable);
        cluster.unresolved().add(scope);
    }

    private void evicted(Scope scope) {
        Bookmark need = scope.need();
        if (need != null) {
            floor.demand(need);
        }
        if (scope.isDirty()) {
            dirty(floor, clock.getAsLong(), false);
        }
        if (scope.inWindow(clock.getAsLong())) {
            floor.window(clock.getAsLong() + options.inDoubtWindow().toNanos());
        }
    }

    /** A statement has failed on a node. */
    public void failed(Node node, Failure failure) {
        if (failure == Failure.LOST) {
            node.breaker().failed(clock.getAsLong());
        } else if (failure == Failure.UNAVAILABLE) {
            node.breaker().open(clock.getAsLong());
        }
        if (failure == Failure.LOST || failure == Failure.UNAVAILABLE) {
            node.poll();
        }
    }

    /** A statement on a node went well. */
    public void succeeded(Node node) {
        node.breaker().succeeded();
    }

    /** The node that takes writes; waits for one to be known. Null if none is within {@code nanos}. */
    public @Nullable Node awaitPrimary(long nanos) {
        Node primary = cluster.topology().primary();
        if (primary != null) {
            return primary;
        }
        nodes.forEach(Node::poll);
        return cluster.awaitPrimary(nanos);
    }

    /** What read-your-writes rests on here. */
    public Guarantee guarantee() {
        Epoch epoch = cluster.topology().epoch();
        return epoch != null && epoch.cluster() == 0 ? Guarantee.WINDOW : Guarantee.POSITION;
    }

    Cluster cluster() {
        return cluster;
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }

    private void pollPrimary() {
        Node primary = cluster.topology().primary();
        if (primary != null) {
            primary.poll();
        }
    }

    private void pollReplicas() {
        Node primary = cluster.topology().primary();
        for (Node node : nodes) {
            if (!node.equals(primary)) {
                node.poll();
            }
        }
    }
}
