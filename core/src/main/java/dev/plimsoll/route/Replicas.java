package dev.plimsoll.route;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which replicas are fit for a read, and which of them gets it: of two taken at random, the one with less to do. */
final class Replicas {
    /** A lag that was measured longer ago than this many polls is not known. */
    private static final int POLLS = 3;

    /** A reader stays with its replica, but for one read in so many, so that a replica that is back gets its share again. */
    private static final int READS_BETWEEN_MOVES = 16;

    private final List<Node> nodes;
    private final long lagLimitNanos;
    private final long lagLimitBytes;
    private final long freshNanos;
    private final IntUnaryOperator dice;

    /** @param dice a number from 0 to below the one given */
    Replicas(List<Node> nodes, RouteOptions options, IntUnaryOperator dice) {
        this.nodes = nodes;
        this.lagLimitNanos = options.lagLimit().toNanos();
        this.lagLimitBytes = options.lagLimitBytes();
        this.dice = dice;
        this.freshNanos = POLLS * options.pollIdle().toNanos();
    }

    /**
     * Begins a read on a replica.
     *
     * @param need the position that it must have replayed
     * @param excluded nodes that have failed this read already, one bit each
     * @return the state that made the replica fit; the reader's read has begun there. Null if none is fit
     */
    @Nullable
    NodeState enter(Topology topology, long need, Reader reader, long now, int excluded) {
        Node last = reader.scope().lastRead();
        NodeState entered = last != null && dice.applyAsInt(READS_BETWEEN_MOVES) > 0
                ? tryEnter(last, topology, need, reader, now, excluded)
                : null;
        if (entered != null) {
            return entered;
        }
        NodeState best = any(topology, need, now, excluded);
        if (best == null || reader.enter(best, topology.sample(), now)) {
            return best;
        }
        for (int i = 0; entered == null && i < nodes.size(); i++) {
            entered = tryEnter(nodes.get(i), topology, need, reader, now, excluded);
        }
        return entered;
    }

    private @Nullable NodeState tryEnter(
            Node node, Topology topology, long need, Reader reader, long now, int excluded) {
        NodeState state = node.state();
        return state != null
                        && isFit(state, topology, need, now, excluded)
                        && reader.enter(state, topology.sample(), now)
                ? state
                : null;
    }

    /** A fit replica, of which no reader takes note: it may show anything that is not too old. */
    @Nullable
    NodeState any(Topology topology, long need, long now, int excluded) {
        int fit = 0;
        for (int i = 0; i < nodes.size(); i++) {
            fit += fitState(nodes.get(i), topology, need, now, excluded) == null ? 0 : 1;
        }
        if (fit == 0) {
            return null;
        }
        NodeState one = fit(dice.applyAsInt(fit), topology, need, now, excluded);
        NodeState other = fit == 1 ? one : fit(dice.applyAsInt(fit), topology, need, now, excluded);
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        boolean first = one.node().load() <= other.node().load();
        NodeState better = first ? one : other;
        return dice.applyAsInt(100) < better.node().share(now) ? better : first ? other : one;
    }

    /** The fit node with {@code skipped} fit ones before it; null if a sample has changed things in between. */
    private @Nullable NodeState fit(int skipped, Topology topology, long need, long now, int excluded) {
        int left = skipped;
        for (int i = 0; i < nodes.size(); i++) {
            NodeState state = fitState(nodes.get(i), topology, need, now, excluded);
            if (state != null && left-- == 0) {
                return state;
            }
        }
        return null;
    }

    private @Nullable NodeState fitState(Node node, Topology topology, long need, long now, int excluded) {
        NodeState state = node.state();
        return state != null && isFit(state, topology, need, now, excluded) ? state : null;
    }

    private boolean isFit(NodeState state, Topology topology, long need, long now, int excluded) {
        return isUp(state, excluded)
                && topology.admits(state.epoch())
                && state.position() >= need
                && isWithinLag(state, now);
    }

    static boolean isUp(NodeState state, int excluded) {
        Node node = state.node();
        return !state.writable()
                && node.breaker().isClosed()
                && node.rejection() == null
                && (excluded & 1 << node.index()) == 0;
    }

    private boolean isWithinLag(NodeState state, long now) {
        return state.behindNanos() <= lagLimitNanos
                && state.behindBytes() <= lagLimitBytes
                && now - state.sampledAt() <= freshNanos;
    }

    /** Why no replica is fit: the first hurdle that none of them takes. */
    Reason whyNone(Topology topology, long need, long now, int excluded) {
        boolean up = false;
        boolean admitted = false;
        boolean current = false;
        boolean reached = false;
        for (int i = 0; i < nodes.size(); i++) { // no iterator
            Node node = nodes.get(i);
            NodeState state = node.state();
            if (state != null && isUp(state, excluded)) {
                boolean admits = topology.admits(state.epoch());
                boolean within = admits && isWithinLag(state, now);
                up = true;
                admitted |= admits;
                current |= within;
                reached |= within && state.position() >= need;
            }
        }
        if (!up) {
            return Reason.NO_REPLICA;
        }
        if (!admitted) {
            return Reason.EPOCH_CHANGE;
        }
        if (!current) {
            return Reason.LAG;
        }
        return reached ? Reason.MONOTONIC_BOUND : Reason.PINNED_POSITION;
    }

    /** Whichever live replica is least behind, for readers that have no other promise. */
    @Nullable
    NodeState leastBehind(Topology topology, int excluded) {
        NodeState least = null;
        for (int i = 0; i < nodes.size(); i++) { // no iterator
            Node node = nodes.get(i);
            NodeState state = node.state();
            if (state != null && isUp(state, excluded) && topology.admits(state.epoch())) {
                least = least == null || state.behindBytes() < least.behindBytes() ? state : least;
            }
        }
        return least;
    }
}
