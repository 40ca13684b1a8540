package dev.plimsoll.route;

import dev.plimsoll.flight.FlightEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Losses losses = new Losses();
    private final LongAdder epochChanges = new LongAdder();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Topology topology;
    /** The configured primary was sampled or could not be reached: from now on another node may be taken for the primary. */
    private boolean configuredPrimaryTried;
    /** Others that take writes, which counts once the configured primary was tried. */
    private final Map<Node, PrimarySample> deferred = new HashMap<>();

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

    Losses losses() {
        return losses;
    }

    long epochChanges() {
        return epochChanges.sum();
    }

    Guarantee guarantee() {
        Epoch epoch = topology.epoch();
        return epoch != null && epoch.cluster() == 0 ? Guarantee.WINDOW : Guarantee.POSITION;
    }

    void observed(Node node, NodeSample sample) {
        lock.lock();
        try {
            node.breaker().probed(clock.getAsLong());
            NodeState before = node.state();
            if (before != null && sample.startedAt() - before.sampledAt() < 0) {
                return; // overtaken by a later one
            }
            if (sample instanceof PrimarySample primary) {
                primary(node, primary);
            } else if (sample instanceof StandbySample standby) {
                standby(node, standby);
            }
            tried(node); // only now: if it takes writes, nobody else leads
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void unreachable(Node node) {
        lock.lock();
        try {
            node.breaker().open(clock.getAsLong());
            tried(node);
        } finally {
            lock.unlock();
        }
    }

    private void tried(Node node) {
        if (node.index() == 0 && !configuredPrimaryTried) {
            configuredPrimaryTried = true;
            deferred.forEach(this::primary);
            deferred.clear();
        }
    }

    private void primary(Node node, PrimarySample sample) {
        node.state(NodeState.of(node, sample));
        Epoch epoch = topology.epoch();
        boolean isPrimary = node.equals(topology.primary());
        if (epoch == null && !isPrimary && !configuredPrimaryTried) {
            deferred.put(node, sample);
            return;
        }
        if (epoch != null && !mayLead(node, sample, epoch, isPrimary)) {
            return;
        }
        node.reject(null);
        if (epoch == null && !unresolved.isEmpty() && (!isPrimary || isPromoted(sample))) {
            losses.suspected(unresolved.size() + " readers wrote before the primary was known");
        }
        if (epoch != null && epoch.equals(sample.epoch())) {
            topology = topology.with(node, sample);
        } else {
            leads(node, sample);
        }
        unresolved.resolve(sample);
    }

    /** Whether somebody is still on an earlier timeline. */
    private boolean isPromoted(PrimarySample sample) {
        return nodes.stream()
                .map(Node::state)
                .anyMatch(state -> state != null
                        && state.epoch().timeline() < sample.epoch().timeline());
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

    /** The first that leads, or another than before: those that were sampled by now are behind it. */
    private void leads(Node node, PrimarySample sample) {
        if (topology.epoch() == null) {
            topology = topology.with(node, sample);
        } else {
            promoted(node, sample);
        }
        for (Node other : nodes) {
            NodeState state = other.state();
            if (state != null && !state.writable()) {
                other.state(state.reckoned(sample.flushed()));
            }
        }
    }

    private void promoted(Node node, PrimarySample sample) {
        Topology before = topology;
        topology = before.promoted(node, sample);
        epochChanges.increment();
        LOG.warn("{} is the primary now, on timeline {}", node, sample.epoch().timeline());
        FlightEvents.promoted(node.name(), sample.epoch().timeline());
        losses.promoted(before, topology, unresolved.size());
    }

    private void standby(Node node, StandbySample sample) {
        if (node.equals(topology.primary())) {
            topology = topology.withoutPrimary();
            LOG.error("{} does not take writes any more: it is in recovery", node);
        }
        tried(node); // before its lag is reckoned: another leads from now on
        Epoch epoch = topology.epoch();
        if (epoch != null && epoch.cluster() != sample.epoch().cluster()) {
            rejected(node, "it belongs to another cluster than the primary");
        } else {
            node.reject(null);
        }
        node.state(NodeState.of(node, sample, topology.flushed()));
    }

    /** What {@code old} means in the present epoch; null if nothing, because the cluster is another one. */
    @Nullable
    Bookmark translated(Bookmark old) {
        Topology now = topology;
        PrimarySample sample = now.sample();
        if (sample == null) {
            return old;
        }
        if (sample.epoch().cluster() != old.epoch().cluster()) {
            return null;
        }
        if (old.epoch().timeline() >= now.timeline()) {
            return old;
        }
        if (now.keeps(old)) {
            return new Bookmark(sample.epoch(), old.position());
        }
        losses.suspected("a reader's bookmark lies beyond the promotion");
        return new Bookmark(sample.epoch(), sample.inserted());
    }

    /**
     * Whether every replica that is up has come as far as {@code need}. Then it may be forgotten: from now on no replica is read that is
     * behind it, be it one that starts anew and replays once more, or one that comes later.
     */
    boolean settles(Bookmark need) {
        if (slowest(need.epoch()) < need.position()) {
            return false;
        }
        lock.lock();
        try {
            boolean settles = need.epoch().equals(topology.epoch()) && slowest(need.epoch()) >= need.position();
            topology = settles ? topology.settledAt(need.position()) : topology;
            return settles;
        } finally {
            lock.unlock();
        }
    }

    /** How far every replica has come that is up and can be compared; -1 if there is none. */
    private long slowest(Epoch epoch) {
        long slowest = Long.MAX_VALUE;
        boolean any = false;
        for (int i = 0; i < nodes.size(); i++) { // no iterator
            Node node = nodes.get(i);
            NodeState state = node.state();
            if (state != null && Replicas.isUp(state, 0) && state.epoch().equals(epoch)) {
                slowest = Math.min(slowest, state.position());
                any = true;
            }
        }
        return any ? slowest : -1;
    }

    /** Whether another node is known to take writes now, or was promoted and nobody is known to since. */
    boolean isDeposed(Node node) {
        Topology now = topology;
        if (now.primary() != null) {
            return !now.primary().equals(node);
        }
        NodeState state = node.state();
        return state == null || state.epoch().timeline() < now.timeline();
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
            boolean met = condition.getAsBoolean(); // it may have effects, so it is not asked again once it was true
            for (long left = nanos; !met && left > 0; left = deadline - System.nanoTime()) {
                changed.awaitNanos(left);
                met = condition.getAsBoolean();
            }
            return met;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
