package dev.plimsoll.spring.page;

import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.logbook.LogbookJson;
import dev.plimsoll.logbook.LoggedNodes;
import dev.plimsoll.report.JsonWriter;
import dev.plimsoll.route.RouteStatistics.NodeStatistics;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the nodes were like during the last quarter of an hour, looked at once a second. Safe for use by many threads. */
final class NodeHistory {
    /** A quarter of an hour. */
    static final int MOST = 900;

    private static final int MOST_NODES = 32;

    private final Logbook logbook;
    private final Clock clock;
    private final Deque<Sample> samples = new ArrayDeque<>();

    NodeHistory(Logbook logbook, Clock clock) {
        this.logbook = logbook;
        this.clock = clock;
    }

    /** Looks at the nodes; to be called once a second. */
    void sample() {
        List<NodeSample> nodes = new ArrayList<>();
        for (LoggedNodes of : logbook.nodes()) {
            of.statistics().nodes().stream()
                    .limit(MOST_NODES)
                    .map(node -> NodeSample.of(of.dataSource(), node))
                    .forEach(nodes::add);
        }
        if (!nodes.isEmpty()) {
            keep(new Sample(clock.millis(), nodes));
        }
    }

    private synchronized void keep(Sample sample) {
        samples.addLast(sample);
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    /** The nodes as they are, and an array of what they were like in the last {@code seconds}, the oldest first. */
    String json(int seconds) {
        JsonWriter history = new JsonWriter().beginArray();
        List<Sample> all = copy();
        all.subList(Math.max(0, all.size() - seconds), all.size()).forEach(sample -> sample.write(history));
        return "{\"now\":" + LogbookJson.nodes(logbook) + ",\"history\":" + history.endArray() + "}";
    }

    private synchronized List<Sample> copy() {
        return List.copyOf(samples);
    }

    private record Sample(long atMillis, List<NodeSample> nodes) {
        void write(JsonWriter json) {
            json.beginObject().number("atMillis", atMillis).beginArray("nodes");
            for (NodeSample node : nodes) {
                json.beginObject()
                        .text("dataSource", node.dataSource)
                        .text("name", node.name)
                        .number("behindMillis", node.behindMillis)
                        .number("units", node.units)
                        .endObject();
            }
            json.endArray().endObject();
        }
    }

    /**
     * One node.
     *
     * @param units that went there so far
     */
    private record NodeSample(String dataSource, String name, long behindMillis, long units) {
        static NodeSample of(String dataSource, NodeStatistics node) {
            long units =
                    node.units().values().stream().mapToLong(Long::longValue).sum();
            return new NodeSample(dataSource, node.name(), TimeUnit.NANOSECONDS.toMillis(node.behindNanos()), units);
        }
    }
}
