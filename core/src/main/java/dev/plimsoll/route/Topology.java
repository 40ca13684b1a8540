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
 * @param settled a position that every replica had reached, so that bookmarks up to it were forgotten; one that has gone back behind it,
 *     or comes anew, is to reach it first
 */
record Topology(
        @Nullable Node primary,
        @Nullable Epoch epoch,
        @Nullable PrimarySample sample,
        List<Fork> forks,
        long settled) {

    /** A promotion: positions up to {@code position} are the same on both timelines; 0 if that is not known. */
    record Fork(int from, int to, long position) {}

    static Topology presumed(Node primary) {
        return new Topology(primary, null, null, List.of(), 0);
    }

    Topology with(Node node, PrimarySample next) {
        return new Topology(node, next.epoch(), next, forks, settled);
    }

    Topology withoutPrimary() {
        return new Topology(null, epoch, sample, forks, settled);
    }

    Topology settledAt(long position) {
        return new Topology(primary, epoch, sample, forks, Math.max(settled, position));
    }

    Topology promoted(Node node, PrimarySample next) {
        if (epoch == null || epoch.cluster() != next.epoch().cluster()) {
            return new Topology(node, next.epoch(), next, List.of(), 0);
        }
        Fork fork = fork(epoch.timeline(), next);
        List<Fork> more = new ArrayList<>(forks);
        more.add(fork);
        long stillSettled = settled <= fork.position() ? settled : next.inserted();
        return new Topology(node, next.epoch(), next, List.copyOf(more), stillSettled);
    }

    /** The sample knows where its timeline left the one just before it; of one in between, nothing is known. */
    private static Fork fork(int from, PrimarySample next) {
        int to = next.epoch().timeline();
        return new Fork(from, to, to == from + 1 ? next.forkedAt() : 0);
    }

    /** Where the latest fork was; 0 if that is not known. */
    long forkedAt() {
        return forks.isEmpty() ? 0 : forks.get(forks.size() - 1).position();
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
