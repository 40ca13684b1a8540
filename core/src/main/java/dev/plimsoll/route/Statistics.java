package dev.plimsoll.route;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the counters of a router's parts into a {@link RouteStatistics}. */
final class Statistics {
    private static final Set<Reason> TO_REPLICA = Set.of(Reason.DECLARED, Reason.PROVEN_READ, Reason.SHED);
    /** Reasons that send a unit to the primary although a replica would have done. */
    private static final Set<Reason> DIVERTED = Set.of(
            Reason.PINNED_UNRESOLVED,
            Reason.PINNED_POSITION,
            Reason.PINNED_WINDOW,
            Reason.MONOTONIC_BOUND,
            Reason.UNIT_ON_PRIMARY,
            Reason.NO_REPLICA,
            Reason.LAG,
            Reason.EPOCH_CHANGE);

    private static final Set<Reason> PINNED =
            Set.of(Reason.PINNED_UNRESOLVED, Reason.PINNED_POSITION, Reason.PINNED_WINDOW);

    private Statistics() {}

    static RouteStatistics of(
            List<Node> nodes, Cluster cluster, Bulkhead bulkhead, Pins pins, CausalTokens tokens, long now) {
        List<RouteStatistics.NodeStatistics> each = new ArrayList<>();
        for (Node node : nodes) {
            each.add(of(node, cluster.topology(), now));
        }
        long replicas = sum(nodes, TO_REPLICA);
        return new RouteStatistics(
                each,
                replicas + sum(nodes, DIVERTED),
                replicas,
                sum(nodes, PINNED),
                cluster.epochChanges(),
                cluster.losses().count(),
                tokens.rejected(),
                bulkhead.free(),
                cluster.unresolved().size(),
                cluster.guarantee(),
                pins.releases());
    }

    private static long sum(List<Node> nodes, Set<Reason> reasons) {
        return nodes.stream()
                .mapToLong(node -> reasons.stream().mapToLong(node::count).sum())
                .sum();
    }

    private static RouteStatistics.NodeStatistics of(Node node, Topology topology, long now) {
        NodeState state = node.state();
        return new RouteStatistics.NodeStatistics(
                node.name(),
                role(node, state, topology),
                state == null ? 0 : state.position(),
                state == null ? 0 : state.behindBytes(),
                state == null ? 0 : state.behindNanos(),
                state == null ? -1 : now - state.sampledAt(),
                units(node),
                node.inFlight(),
                !node.breaker().isClosed(),
                node.rejection());
    }

    private static RouteStatistics.Role role(Node node, @Nullable NodeState state, Topology topology) {
        if (node.equals(topology.primary())) {
            return RouteStatistics.Role.PRIMARY;
        }
        boolean follows =
                state != null && !state.writable() && node.rejection() == null && topology.admits(state.epoch());
        return follows ? RouteStatistics.Role.STANDBY : RouteStatistics.Role.UNUSED;
    }

    private static Map<Reason, Long> units(Node node) {
        Map<Reason, Long> units = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            long count = node.count(reason);
            if (count > 0) {
                units.put(reason, count);
            }
        }
        return units;
    }
}
