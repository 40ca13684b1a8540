package dev.plimsoll.route;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;
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
    /** No process is so far ahead of another's last sample. */
    private static final long PLAUSIBLE_BYTES = 64L << 20;

    private final RouteOptions options;
    private final LongSupplier clock;
    private final List<Node> nodes;
    private final Cluster cluster;
    private final Dispatcher dispatcher;
    private final Demand demand;
    private final Bulkhead bulkhead;
    private final Pins pins;
    private final Readers readers;
    private final CausalTokens tokens;

    /**
     * @param names of the nodes: the primary as configured, then its replicas
     * @param clock nanoseconds that only grow, as {@link System#nanoTime()}; samples are taken by the same
     */
    public Router(List<String> names, RouteOptions options, LongSupplier clock) {
        this(names, options, clock, bound -> ThreadLocalRandom.current().nextInt(bound));
    }

    Router(List<String> names, RouteOptions options, LongSupplier clock, IntUnaryOperator dice) {
        this.options = options;
        this.clock = clock;
        this.nodes = IntStream.range(0, names.size())
                .mapToObj(index -> new Node(index, names.get(index), dice))
                .toList();
        this.cluster = new Cluster(nodes, clock);
        this.demand = new Demand(options);
        this.bulkhead = new Bulkhead(options.fallback(), options.fallbackWait().toNanos());
        this.pins = new Pins(options, clock, cluster);
        this.dispatcher = new Dispatcher(
                options, clock, cluster, new Replicas(nodes, options, dice), nodes, demand, bulkhead, pins);
        this.readers = new Readers(options, pins.floor(), new Sessions(options, pins::evicted));
        this.tokens =
                new CausalTokens(options.tokenKeys(), () -> cluster.topology().epoch());
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
            dispatcher.pollReplicas();
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
        return state != null
                && node.equals(cluster.topology().primary())
                && demand.nudge(state.position(), clock.getAsLong());
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
        ended(placement);
        ReadLevel level = level();
        return level == ReadLevel.PRIMARY
                ? dispatcher.onPrimary(placement, reader, Reason.LEVEL, level)
                : dispatcher.place(placement, why, reader, level, excluded);
    }

    /** Puts a unit on the primary that may write, or is tied to it; null if no node is known to take writes. */
    public @Nullable RouteDecision onPrimary(Placement placement, Reader reader, Reason reason) {
        ended(placement);
        return dispatcher.onPrimary(placement, reader, reason, level());
    }

    /** The unit has ended, successfully or not. Ending it twice is harmless. */
    public void ended(Placement placement) {
        ended(placement, true);
    }

    /** The unit has failed before it showed anything, so that it may be placed again as if it had never been. */
    public void abandoned(Placement placement) {
        ended(placement, false);
    }

    private void ended(Placement placement, boolean shown) {
        RouteDecision decision = placement.decision();
        if (decision == null || !placement.isOpen()) {
            return;
        }
        long now = clock.getAsLong();
        Reader reader = placement.reader();
        if (decision.replica()) {
            if (placement.isNoted() && shown) {
                reader.left(now);
            } else if (placement.isNoted()) {
                reader.abandoned();
            }
            decision.node().ended(now - placement.placedAt());
        } else {
            if (placement.isPermitted()) {
                bulkhead.leave();
            }
            if (placement.isMonotonic()) {
                wrote(reader, now, false); // the sample that this read has asked for began before it ended
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
        wrote(reader, clock.getAsLong(), durable);
    }

    private void wrote(Reader reader, long now, boolean durable) {
        pins.wrote(reader, now, durable);
        if (demand.isSampleWanted(now)) {
            dispatcher.pollPrimary();
        }
    }

    /** As {@link #wrote(Reader, boolean)}, for the unit that was placed last: if its node was deposed meanwhile, the write may be lost. */
    public void wrote(Placement placement, boolean durable) {
        RouteDecision decision = placement.decision();
        if (decision != null && cluster.isDeposed(decision.node())) {
            cluster.losses()
                    .suspected(
                            "a write was acknowledged by " + decision.node() + ", which is not the primary any more");
        }
        wrote(placement.reader(), durable);
    }

    /** Nobody knows whether a commit of the reader has happened, or will. */
    public void inDoubt(Reader reader) {
        pins.inDoubt(reader, clock.getAsLong());
    }

    /** The position of a write of the reader is known, from the round trip of its commit. */
    public void wroteUpTo(Reader reader, long position) {
        Epoch epoch = cluster.topology().epoch();
        if (epoch == null || epoch.cluster() == 0) {
            wrote(reader, false);
        } else {
            cluster.losses().acknowledged(position);
            pins.demand(reader, new Bookmark(epoch, position));
        }
    }

    /**
     * What {@code reader} must not miss, signed for another process. A write whose position is not known yet is waited for.
     *
     * @param audience whom it is for: a user's session, a service
     * @return empty if the reader must not miss anything, or the position was not to be had within {@code waitNanos}
     */
    public Optional<String> token(Reader reader, String audience, long waitNanos) {
        if (!reader.isPinned()) {
            return Optional.empty(); // without asking anybody: most readers have written nothing
        }
        dispatcher.pollPrimary();
        Bookmark need = pins.awaitNeed(reader, waitNanos);
        return need == null ? Optional.empty() : Optional.of(tokens.sign(need, audience, seconds()));
    }

    /**
     * From now on {@code reader} does not miss what the reader must not that the token was made for.
     *
     * @throws InvalidTokenException if the token is refused; then nothing has changed
     */
    public void accept(Reader reader, String token, String audience) {
        PrimarySample sample = cluster.topology().sample();
        long plausible = sample == null ? Long.MAX_VALUE : sample.inserted() + PLAUSIBLE_BYTES;
        pins.demand(reader, tokens.verify(token, audience, seconds(), plausible));
    }

    /** Waits until a primary has told which cluster this is, without which no token can be accepted. */
    public void awaitCluster(long nanos) {
        cluster.await(nanos, () -> cluster.topology().sample() != null);
    }

    private static long seconds() {
        return Instant.now().getEpochSecond();
    }

    /** What the router has done so far, and what it knows of its nodes. */
    public RouteStatistics statistics() {
        return Statistics.of(nodes, cluster, bulkhead, pins, tokens, clock.getAsLong());
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
        return cluster.guarantee();
    }

    Cluster cluster() {
        return cluster;
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }
}
