package dev.plimsoll.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a router has done so far, and what it knows of its nodes. A snapshot; the numbers count from the router's beginning and were read
 * one after the other, so they may differ by what happened meanwhile.
 *
 * @param candidates units that might have gone to a replica: declared read-only, or proven reads
 * @param onReplicas how many of these went to one
 * @param pinned how many went to the primary because of the reader's own writes
 * @param epochChanges how often another node, or another timeline, became the primary
 * @param suspectedLosses how often an acknowledged write may have been lost by a promotion
 * @param rejectedTokens causal tokens that were refused, by reason
 * @param freePlaces reads that may still be diverted to the primary because no replica is fit
 * @param unresolved readers that wrote since the primary was last sampled
 */
public record RouteStatistics(
        List<NodeStatistics> nodes,
        long candidates,
        long onReplicas,
        long pinned,
        long epochChanges,
        long suspectedLosses,
        Map<InvalidTokenException.Reason, Long> rejectedTokens,
        int freePlaces,
        int unresolved,
        Guarantee guarantee,
        Releases releases) {

    public RouteStatistics {
        nodes = List.copyOf(nodes);
        rejectedTokens = Map.copyOf(rejectedTokens);
    }

    /** The share of candidates that went to a replica; 1 if there was none. */
    public double replicaShare() {
        return candidates == 0 ? 1 : (double) onReplicas / candidates;
    }

    /** All units so far, wherever they went. */
    public long units() {
        return nodes.stream()
                .flatMap(node -> node.units().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many standbys could serve reads, as far as their connections go. */
    public int standbysUp() {
        return (int) nodes.stream()
                .filter(node -> node.role() == Role.STANDBY && !node.breakerOpen())
                .count();
    }

    /** What a node does. */
    public enum Role {
        PRIMARY,
        STANDBY,
        /** Not sampled yet, or not of use, for the reason that {@link NodeStatistics#rejection} tells. */
        UNUSED
    }

    /**
     * One node.
     *
     * @param position what it has replayed, or a primary has flushed
     * @param behindBytes what of the primary's log it had not replayed when it was sampled
     * @param behindNanos how old the last commit was that it showed; 0 if it had replayed everything
     * @param sampleAgeNanos how long ago it was sampled; -1 if never
     * @param units how many units went there, by reason; without the reasons that sent none
     * @param inFlight reads that are there now as on a replica
     * @param breakerOpen whether it is kept free of reads because it failed, or was not reached yet
     * @param rejection why it is not used although it answers; null if nothing is wrong
     */
    public record NodeStatistics(
            String name,
            Role role,
            long position,
            long behindBytes,
            long behindNanos,
            long sampleAgeNanos,
            Map<Reason, Long> units,
            int inFlight,
            boolean breakerOpen,
            @Nullable String rejection) {

        public NodeStatistics {
            units = Map.copyOf(units);
        }
    }

    /**
     * Readers that wrote and then read on a replica again: the time from the first write to that read.
     *
     * @param totalNanos of all
     * @param longestNanos of the longest
     */
    public record Releases(long count, long totalNanos, long longestNanos) {}
}
