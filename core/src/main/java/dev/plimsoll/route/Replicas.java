package dev.plimsoll.route;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Which replicas are fit for a read, and which of them gets it: of two taken at random, the one with less to do. */
final class Replicas {
    /** A lag that was measured longer ago than this many polls is not known. */
    private static final int POLLS = 3;

    private final List<Node> nodes;
    private final long lagLimitNanos;
    private final long lagLimitBytes;
    private final long freshNanos;

    Replicas(List<Node> nodes, RouteOptions options) {
        this.nodes = nodes;
        this.lagLimitNanos = options.lagLimit().toNanos();
        this.lagLimitBytes = options.lagLimitBytes();
        this.freshNanos = POLLS * options.pollIdle().toNanos();
    }

    /**
     * Begins a read on a replica.
     *
     * @param need the position that it must have replayed
     * @param excluded nodes that have failed this read already, one bit each
     * @return the replica, whose read has begun in {@code scope}; null if none is fit
     */
    @Nullable
    Node enter(Topology topology, long need, Scope scope, ReadLevel level, long now, int excluded) {
        if (level == ReadLevel.EVENTUAL) {
            return enterAny(topology, scope, now, excluded);
        }
        Node last = scope.lastRead();
        if (last != null && tryEnter(last, topology, need, scope, now, excluded)) {
            return last;
        }
        Node best = best(topology, need, now, excluded);
        if (best != null && tryEnter(best, topology, need, scope, now, excluded)) {
            return best;
        }
        return best == null ? null : enterOther(topology, need, scope, now, excluded);
    }

    private @Nullable Node enterAny(Topology topology, Scope scope, long now, int excluded) {
        Node best = best(topology, 0, now, excluded);
        NodeState state = best == null ? null : best.state();
        if (best != null && state != null) {
            scope.enterAnyway(best, state);
        }
        return best;
    }

    private @Nullable Node enterOther(Topology topology, long need, Scope scope, long now, int excluded) {
        for (Node node : nodes) {
            if (tryEnter(node, topology, need, scope, now, excluded)) {
                return node;
            }
        }
        return null;
    }

    private boolean tryEnter(Node node, Topology topology, long need, Scope scope, long now, int excluded) {
        NodeState state = node.state();
        return state != null && isFit(node, state, topology, need, now, excluded) && scope.enter(node, state);
    }

    private @Nullable Node best(Topology topology, long need, long now, int excluded) {
        int fit = 0;
        for (Node node : nodes) {
            fit += isFit(node, node.state(), topology, need, now, excluded) ? 1 : 0;
        }
        if (fit == 0) {
            return null;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Node one = fit(random.nextInt(fit), topology, need, now, excluded);
        Node other = fit == 1 ? one : fit(random.nextInt(fit), topology, need, now, excluded);
        return one == null || other != null && other.load(now) < one.load(now) ? other : one;
    }

    /** The fit node with {@code skipped} fit ones before it; null if a sample has changed things in between. */
    private @Nullable Node fit(int skipped, Topology topology, long need, long now, int excluded) {
        int left = skipped;
        for (Node node : nodes) {
            if (isFit(node, node.state(), topology, need, now, excluded) && left-- == 0) {
                return node;
            }
        }
        return null;
    }

    private boolean isFit(Node node, @Nullable NodeState state, Topology topology, long need, long now, int excluded) {
        return state != null
                && isUp(node, state, excluded)
                && topology.admits(state.epoch())
                && state.position() >= need
                && isWithinLag(state, now);
    }

    private static boolean isUp(Node node, NodeState state, int excluded) {
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
        for (Node node : nodes) {
            NodeState state = node.state();
            if (state != null && isUp(node, state, excluded)) {
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

    /** Whether the replica that a scope has read last still tells what it has shown. */
    boolean isGone(Node node, Topology topology) {
        NodeState state = node.state();
        return state == null || !isUp(node, state, 0) || !topology.admits(state.epoch());
    }

    /** Begins a read on whichever live replica is least behind, for readers that have no other promise. */
    @Nullable
    Node enterLeastBehind(Topology topology, Scope scope, int excluded) {
        Node least = null;
        NodeState leastState = null;
        for (Node node : nodes) {
            NodeState state = node.state();
            if (state != null && isUp(node, state, excluded) && topology.admits(state.epoch())) {
                if (leastState == null || state.behindBytes() < leastState.behindBytes()) {
                    least = node;
                    leastState = state;
                }
            }
        }
        if (least != null && leastState != null) {
            scope.enterAnyway(least, leastState);
        }
        return least;
    }
}
