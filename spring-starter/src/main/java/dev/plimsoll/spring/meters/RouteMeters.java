package dev.plimsoll.spring.meters;

import dev.plimsoll.route.InvalidTokenException;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.RouteStatistics.NodeStatistics;
import dev.plimsoll.route.Routing;
import dev.plimsoll.spring.WatchedBeans;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Where the reads of data sources with replicas went, and how far behind each node is. */
final class RouteMeters implements MeterBinder {
    private final WatchedBeans beans;

    RouteMeters(WatchedBeans beans) {
        this.beans = beans;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        beans.routings().forEach((bean, routing) -> bind(routing, Tags.of("dataSource", bean), registry));
    }

    private static void bind(Routing routing, Tags tags, MeterRegistry registry) {
        count("plimsoll.route.candidates", routing, RouteStatistics::candidates, tags, registry);
        count("plimsoll.route.replica", routing, RouteStatistics::onReplicas, tags, registry);
        count("plimsoll.route.pinned", routing, RouteStatistics::pinned, tags, registry);
        count("plimsoll.route.promotions", routing, RouteStatistics::epochChanges, tags, registry);
        for (InvalidTokenException.Reason reason : InvalidTokenException.Reason.values()) {
            count(
                    "plimsoll.route.tokens.rejected",
                    routing,
                    statistics -> statistics.rejectedTokens().getOrDefault(reason, 0L),
                    tags.and("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    registry);
        }
        for (NodeStatistics node : routing.statistics().nodes()) {
            bind(routing, node.name(), tags.and("node", node.name()), registry);
        }
    }

    private static void count(
            String name, Routing routing, ToDoubleFunction<RouteStatistics> value, Tags tags, MeterRegistry registry) {
        FunctionCounter.builder(name, routing, asked -> value.applyAsDouble(asked.statistics()))
                .tags(tags)
                .register(registry);
    }

    /** Meters refer weakly to what they measure, which therefore has to be what the data source holds. */
    private static void bind(Routing routing, String name, Tags tags, MeterRegistry registry) {
        FunctionCounter.builder("plimsoll.route.units", routing, asked -> units(node(asked, name)))
                .tags(tags)
                .register(registry);
        TimeGauge.builder(
                        "plimsoll.node.lag",
                        routing,
                        TimeUnit.NANOSECONDS,
                        asked -> node(asked, name).behindNanos())
                .tags(tags)
                .register(registry);
        Gauge.builder("plimsoll.node.up", routing, asked -> node(asked, name).breakerOpen() ? 0 : 1)
                .tags(tags)
                .register(registry);
    }

    private static long units(NodeStatistics node) {
        return node.units().values().stream().mapToLong(Long::longValue).sum();
    }

    private static NodeStatistics node(Routing routing, String name) {
        return routing.statistics().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nodes stay"));
    }
}
