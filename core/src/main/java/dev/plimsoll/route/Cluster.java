package dev.plimsoll.route;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the samples of all nodes say together: who the primary is, in which epoch, and which scopes they resolve. */
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.route");

    private final List<Node> nodes;
    private final LongSupplier clock;
    private final Unresolved unresolved = new Unresolved();
    private final LongAdder suspectedLosses = new LongAdder();
    private final LongAdder epochChanges = new LongAdder();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Topology topology;
    /** The configured primary was sampled or could not be reached: from now on another node may be taken for the primary. */
    private boolean configuredPrimaryTried;

    Cluster(List<Node> nodes, LongSupplier clock) {
        this.nodes = nodes;
        this.clock = clock;
        this.topology = Topology.presumed(nodes.get(0));
    }

    Topology topology() {
        return topology;
    }

    Unresolved unresolved() {
        return unresolved;
    }

    long suspectedLosses() {
        return suspectedLosses.sum();
    }

    long epochChanges() {
        return epochChanges.sum();
    }

    void observed(Node node, NodeSample sample) {
        lock.lock();
        try {
            node.breaker().probed(clock.getAsLong());
            configuredPrimaryTried |= node.index() == 0;
            if (sample instanceof PrimarySample primary) {
                primary(node, primary);
            } else if (sample instanceof StandbySample standby) {
                standby(node, standby);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void unreachable(Node node) {
        lock.lock();
        try {
            node.breaker().open(clock.getAsLong());
            configuredPrimaryTried |= node.index() == 0;
        } finally {
            lock.unlock();
        }
    }

    private void primary(Node node, PrimarySample sample) {
        node.state(NodeState.of(sample));
        Epoch epoch = topology.epoch();
        boolean isPrimary = node.equals(topology.primary());
        if (epoch == null ? !isPrimary && !configuredPrimaryTried : !mayLead(node, sample, epoch, isPrimary)) {
            return;
        }
        node.reject(null);
        if (epoch == null || epoch.equals(sample.epoch())) {
            topology = topology.with(node, sample);
        } else {
            promoted(node, sample);
        }
        unresolved.resolve(sample);
    }

    /** Whether the node, which takes writes, is the one that should. */
    private boolean mayLead(Node node, PrimarySample sample, Epoch epoch, boolean isPrimary) {
        if (epoch.cluster() != sample.epoch().cluster()) {
            return isPrimary || rejected(node, "it belongs to another cluster than the primary");
        }
        if (sample.epoch().timeline() < epoch.timeline()) {
            topology = isPrimary ? topology.withoutPrimary() : topology;
            return rejected(node, "it takes writes on a timeline that a promotion has ended");
        }
        return isPrimary
                || topology.primary() == null
                || sample.epoch().timeline() > epoch.timeline()
                || rejected(node, "it takes writes, so it is no standby of " + topology.primary());
    }

    private static boolean rejected(Node node, String why) {
        if (!why.equals(node.rejection())) {
            LOG.error("{} is not used: {}", node, why);
        }
        node.reject(why);
        return false;
    }

    private void promoted(Node node, PrimarySample sample) {
        Topology before = topology;
        topology = before.promoted(node, sample);
        epochChanges.increment();
        LOG.warn("{} is the primary now, on timeline {}", node, sample.epoch().timeline());
        long lost = before.flushed() - sample.forkedAt();
        if (sample.forkedAt() != 0 && lost > 0) {
            suspected("the promotion lost at least " + lost + " bytes of the log");
        } else if (!unresolved.isEmpty()) {
            suspected(unresolved.size() + " writes were acknowledged shortly before the promotion");
        }
    }

    private void suspected(String why) {
        suspectedLosses.increment();
        LOG.warn("acknowledged writes may have been lost: {}", why);
    }

    private void standby(Node node, StandbySample sample) {
        Epoch epoch = topology.epoch();
        if (node.equals(topology.primary())) {
            topology = topology.withoutPrimary();
            LOG.error("{} does not take writes any more: it is in recovery", node);
        }
        if (epoch != null && epoch.cluster() != sample.epoch().cluster()) {
            rejected(node, "it belongs to another cluster than the primary");
        } else {
            node.reject(null);
        }
        node.state(NodeState.of(sample, node.state(), topology.flushed()));
    }

    /** What {@code old} means in the present epoch; null if nothing, because the cluster is another one. */
    @Nullable
    Bookmark translated(Bookmark old) {
        Topology now = topology;
        PrimarySample sample = now.sample();
        if (sample == null || sample.epoch().equals(old.epoch()) || old.epoch().timeline() > now.timeline()) {
            return old;
        }
        if (sample.epoch().cluster() != old.epoch().cluster()) {
            return null;
        }
        if (now.keeps(old)) {
            return new Bookmark(sample.epoch(), old.position());
        }
        suspected("a reader's bookmark lies beyond the promotion");
        return new Bookmark(sample.epoch(), sample.inserted());
    }

    /** How far every replica has come that can be compared at all; {@link Long#MAX_VALUE} if there is none. */
    long slowest(Epoch epoch) {
        long slowest = Long.MAX_VALUE;
        for (Node node : nodes) {
            NodeState state = node.state();
            if (state != null && !state.writable() && state.epoch().equals(epoch)) {
                slowest = Math.min(slowest, state.position());
            }
        }
        return slowest;
    }

    /**
     * Waits until the primary was sampled after {@code time}.
     *
     * @return that sample, or null if there was none within {@code nanos}
     */
    @Nullable
    PrimarySample awaitSample(long time, long nanos) {
        return await(nanos, () -> sampledAfter(time)) ? topology.sample() : null;
    }

    private boolean sampledAfter(long time) {
        PrimarySample sample = topology.sample();
        return sample != null && sample.startedAt() - time >= 0;
    }

    /** Waits until a primary is known. */
    @Nullable
    Node awaitPrimary(long nanos) {
        await(nanos, () -> topology.primary() != null);
        return topology.primary();
    }

    /** Waits until samples make {@code condition} true. */
    boolean await(long nanos, BooleanSupplier condition) {
        long deadline = System.nanoTime() + nanos;
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || !changed.await(left, TimeUnit.NANOSECONDS) && !condition.getAsBoolean()) {
                    return condition.getAsBoolean();
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
