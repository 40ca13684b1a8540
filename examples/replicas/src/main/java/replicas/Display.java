package replicas;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts numbers into lines of at most {@value #WIDTH} characters, without colours. */
final class Display {
    static final int WIDTH = 120;

    /** What the lines of the seconds mean, to be printed before the first. */
    static final String LEGEND = """
            One line a second: reads per second, and the share that each node served: p, the primary at first, and its replicas
            a and b; * takes the writes, - gets no reads. lag: how far a replica is behind, in bytes of the log and in time.
            pinned: reads that went to the primary because the customer had just written, and how long customers were kept
            from the replicas after a write. missed: customers who did not find the order that they had just placed, so far.
            """;

    private Display() {}

    /** What has happened since one second ago. */
    static String second(long second, Count last, Count total, Gauges before, Gauges now) {
        return String.format(
                Locale.ROOT,
                "%3d s %5d reads/s:%s | lag%s | pinned %d/s, %s | missed %d",
                second,
                last.allReads(),
                shares(last, now.nodes()),
                lags(now.nodes()),
                now.pinnedReads() - before.pinnedReads(),
                time(now.heldNanosSince(before)),
                total.missed());
    }

    private static String shares(Count last, List<Gauges.NodeGauge> nodes) {
        return IntStream.range(0, nodes.size())
                .mapToObj(node -> String.format(
                        Locale.ROOT, " %s%s%3.0f%%", nodes.get(node).name(), mark(nodes.get(node)), last.share(node)))
                .collect(Collectors.joining());
    }

    private static String mark(Gauges.NodeGauge node) {
        return node.primary() ? "*" : node.usable() ? " " : "-";
    }

    private static String lags(List<Gauges.NodeGauge> nodes) {
        return nodes.stream()
                .filter(node -> !node.primary() && node.usable())
                .map(node -> String.format(
                        Locale.ROOT, " %s %s, %s", node.name(), bytes(node.behindBytes()), time(node.behindNanos())))
                .collect(Collectors.joining(";"));
    }

    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
    }

    static String time(long nanos) {
        return nanos < 10_000_000_000L
                ? String.format(Locale.ROOT, "%.0f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.0f s", nanos / 1e9);
    }

    /** Something befalls a server. */
    static String event(long second, String what) {
        return fit(String.format(Locale.ROOT, "%3d s >>> %s", second, what));
    }

    /** How it has ended. */
    static String summary(Performance performance) {
        Count total = performance.total();
        Throwable failure = performance.firstFailedRead();
        StringBuilder text = new StringBuilder();
        for (Acts.Outcome outcome : performance.outcomes()) {
            text.append(row(outcome.act(), outcome.asItShould() ? "ok" : "FAILED", outcome.seen()));
            outcome.seen()
                    .lines()
                    .skip(1)
                    .forEach(line -> text.append(fit(line)).append(System.lineSeparator()));
        }
        text.append(row("reads", number(total.allReads()), shares(total)));
        text.append(row("writes", number(total.writes()), total.failedWrites() + " more failed and were told so"));
        text.append(row(
                "reads cut off", number(total.cutOff()), "their rows were shown, their server died before the commit"));
        text.append(row("own writes missed", number(total.missed()), mustBeNone(total.missed())));
        text.append(row(
                "reads failed",
                number(total.failedReads()),
                failure == null ? mustBeNone(0) : String.valueOf(failure)));
        return text.toString();
    }

    private static String row(String name, String value, String remark) {
        String line = String.format(Locale.ROOT, "%-30s %8s  %s", name, value, remark);
        return fit(line) + System.lineSeparator();
    }

    /** The first line, and no more of it than fits. */
    private static String fit(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.substring(0, Math.min(WIDTH, line.length()));
    }

    private static String mustBeNone(long count) {
        return count == 0 ? "as it must be" : "must be 0";
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String shares(Count total) {
        return IntStream.range(0, Servers.NAMES.size())
                .mapToObj(node -> String.format(Locale.ROOT, "%s %.0f%%", Servers.NAMES.get(node), total.share(node)))
                .collect(Collectors.joining(", "));
    }
}
