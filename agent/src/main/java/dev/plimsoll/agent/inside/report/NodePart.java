package dev.plimsoll.agent.inside.report;

import dev.plimsoll.logbook.LoggedNodes;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.RouteStatistics.NodeStatistics;
import java.util.Locale;

/** The nodes of one data source with replicas, and how much of its reads went to them. */
final class NodePart {
    private NodePart() {}

    static void write(Page page, LoggedNodes nodes) {
        RouteStatistics statistics = nodes.statistics();
        page.heading(
                "nodes",
                nodes.dataSource() + ": " + Amounts.share(statistics.onReplicas(), statistics.candidates()) + " of "
                        + Amounts.count(statistics.candidates(), "read", "reads") + " on replicas");
        Columns columns = new Columns(2, "node", "role", "units", "in flight", "behind", "state", "asked");
        for (NodeStatistics node : statistics.nodes()) {
            columns.row(
                    node.name(),
                    node.role().name().toLowerCase(Locale.ROOT),
                    Amounts.count(node.units().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()),
                    Amounts.count(node.inFlight()),
                    behind(node),
                    state(node),
                    node.sampleAgeNanos() < 0 ? "never" : Amounts.time(node.sampleAgeNanos()) + " ago");
        }
        for (int i = 0; i <= statistics.nodes().size(); i++) {
            page.line(columns.line(i));
        }
        for (NodeStatistics node : statistics.nodes()) {
            if (node.rejection() != null) {
                page.wrapped("", 4, node.name() + " is not used: " + node.rejection());
            }
        }
        if (statistics.suspectedLosses() > 0) {
            page.wrapped("", 4, losses(statistics.suspectedLosses()));
        }
    }

    private static String behind(NodeStatistics node) {
        if (node.role() != RouteStatistics.Role.STANDBY) {
            return "-";
        }
        return node.behindBytes() == 0
                ? "nothing"
                : Amounts.bytes(node.behindBytes()) + ", " + Amounts.time(node.behindNanos());
    }

    private static String state(NodeStatistics node) {
        if (node.breakerOpen()) {
            return "down";
        }
        return node.role() == RouteStatistics.Role.UNUSED ? "unused" : "up";
    }

    private static String losses(long losses) {
        return "A promotion may have lost acknowledged writes, " + Amounts.count(losses, "time", "times") + ".";
    }
}
