package dev.plimsoll.route;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who takes writes, and in which epoch. Immutable.
 *
 * @param primary the node that takes writes; null if none is known to
 * @param epoch null until a node was sampled
 * @param sample the primary's last sample
 * @param forks where timelines left the ones before, oldest first
 */
record Topology(
        @Nullable Node primary,
        @Nullable Epoch epoch,
        @Nullable PrimarySample sample,
        List<Fork> forks) {

    /** A promotion: positions up to {@code position} are the same on both timelines. */
    record Fork(int from, int to, long position) {}

    static Topology presumed(Node primary) {
        return new Topology(primary, null, null, List.of());
    }

    Topology with(Node node, PrimarySample next) {
        return new Topology(node, next.epoch(), next, forks);
    }

    Topology withoutPrimary() {
        return new Topology(null, epoch, sample, forks);
    }

    Topology promoted(Node node, PrimarySample next) {
        List<Fork> more = new ArrayList<>(forks);
        if (epoch != null && epoch.cluster() == next.epoch().cluster()) {
            more.add(new Fork(epoch.timeline(), next.epoch().timeline(), next.forkedAt()));
        }
        return new Topology(node, next.epoch(), next, List.copyOf(more));
    }

    /** Whether a node's positions can be compared with the primary's. */
    boolean admits(Epoch other) {
        return other.equals(epoch);
    }

    /** How far the primary's log was flushed when it was last asked. */
    long flushed() {
        return sample == null ? 0 : sample.flushed();
    }

    /** Whether {@code old}, of an earlier timeline, lies before every fork since, so that its position means the same today. */
    boolean keeps(Bookmark old) {
        boolean continuous = old.epoch().timeline() == timeline();
        for (Fork fork : forks) {
            if (fork.from() >= old.epoch().timeline()) {
                if (fork.position() == 0 || old.position() > fork.position()) {
                    return false;
                }
                continuous = continuous || fork.from() == old.epoch().timeline();
            }
        }
        return continuous;
    }

    int timeline() {
        return epoch == null ? 0 : epoch.timeline();
    }
}
