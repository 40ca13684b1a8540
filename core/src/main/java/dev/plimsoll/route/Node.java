package dev.plimsoll.route;

import dev.plimsoll.work.UnitOfWork;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server of the cluster, whatever part it plays just now. Safe for use by many threads. */
public final class Node {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.route");

    /** One new latency in eight counts. */
    private static final int SMOOTHING = 8;
    /** A node that was let in anew takes a tenth of its share at first, and all of it after this time. */
    private static final long SLOW_START_NANOS = 30_000_000_000L;

    private final int index;
    private final String name;
    private final Breaker breaker;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<Reason, LongAdder> counts = new EnumMap<>(Reason.class);
    private final Map<Reason, RouteDecision> asPrimary = new EnumMap<>(Reason.class);
    private final Map<Reason, RouteDecision> asReplica = new EnumMap<>(Reason.class);
    private volatile long latencyNanos = 1_000_000;
    private volatile @Nullable NodeState state;
    private volatile @Nullable String rejection;
    private volatile Runnable poll = () -> {};

    Node(int index, String name, IntUnaryOperator dice) {
        this.breaker = new Breaker(name, dice);
        this.index = index;
        this.name = name;
        for (Reason reason : Reason.values()) {
            counts.put(reason, new LongAdder());
            asPrimary.put(reason, new RouteDecision(this, false, reason));
            asReplica.put(reason, new RouteDecision(this, true, reason));
        }
    }

    /** Its place among the nodes, from 0: the configured primary, then the replicas in their order. */
    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    /** Who asks the node now, instead of at the next turn; called by readers that wait, so it must return at once. */
    public void onDemand(Runnable poll) {
        this.poll = poll;
    }

    /** Has the node asked now; returns at once. */
    public void poll() {
        poll.run();
    }

    Breaker breaker() {
        return breaker;
    }

    @Nullable
    NodeState state() {
        return state;
    }

    void state(NodeState state) {
        this.state = state;
    }

    /** Why the node may not be used although it answers, in a sentence; null if nothing is wrong. */
    @Nullable
    String rejection() {
        return rejection;
    }

    void reject(@Nullable String why) {
        this.rejection = why;
    }

    private RouteDecision decided(Map<Reason, RouteDecision> decisions, Reason reason) {
        RouteDecision decision = Objects.requireNonNull(decisions.get(reason));
        Objects.requireNonNull(counts.get(reason)).increment();
        if (LOG.isDebugEnabled()) {
            UnitOfWork unit = UnitOfWork.current();
            LOG.debug("{} runs on {}", unit == null ? "a connection" : unit.name(), decision);
        }
        return decision;
    }

    RouteDecision asPrimary(Reason reason) {
        return decided(asPrimary, reason);
    }

    RouteDecision asReplica(Reason reason) {
        return decided(asReplica, reason);
    }

    long count(Reason reason) {
        return Objects.requireNonNull(counts.get(reason)).sum();
    }

    int inFlight() {
        return inFlight.get();
    }

    void began() {
        inFlight.incrementAndGet();
    }

    void ended(long nanos) {
        inFlight.decrementAndGet();
        long before = latencyNanos;
        latencyNanos = before + (nanos - before) / SMOOTHING; // a lost update does no harm
    }

    /** What one more read would cost here: the less, the better. */
    long load() {
        return (inFlight.get() + 1L) * latencyNanos;
    }

    /** How many percent of the reads that it would get it is to have: few at first, after it was let in anew. */
    int share(long now) {
        long since = now - breaker.closedAt();
        return since >= SLOW_START_NANOS ? 100 : 10 + (int) (90 * since / SLOW_START_NANOS);
    }

    @Override
    public String toString() {
        return name;
    }
}
