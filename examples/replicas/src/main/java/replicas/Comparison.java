package replicas;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The same customers under Plimsoll and under a fixed time window, on replicas that are more and more behind. */
final class Comparison {
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final List<Delay> DELAYS = List.of(new Delay(0, 0), new Delay(10, 150), new Delay(10, 3_000));
    private static final String ROW = "%-24s %-20s %8s %15s %18s%n";

    private final Servers servers;
    private final Routed routed;
    private final PrintWriter out;
    private int customers;

    private Comparison(Servers servers, Routed routed, PrintWriter out) {
        this.servers = servers;
        this.routed = routed;
        this.out = out;
    }

    /** How long after a commit each of the replicas applies it. */
    private record Delay(int millisOfA, int millisOfB) {
        @Override
        public String toString() {
            return millisOfB == 0 ? "none" : "a " + millisOfA + " ms, b " + millisOfB + " ms";
        }
    }

    /** Whether Plimsoll missed no write. */
    static boolean print(int seconds, PrintWriter out) throws SQLException {
        try (Servers servers = Servers.start();
                Routed routed = Routed.over(servers.pools())) {
            return new Comparison(servers, routed, out).print(Duration.ofSeconds(seconds));
        }
    }

    private boolean print(Duration all) {
        Duration each = all.dividedBy(2L * DELAYS.size());
        line(ROW, "delay of the replicas", "routed by", "reads", "on replicas", "own writes missed");
        boolean exact = true;
        for (Delay delay : DELAYS) {
            servers.server(1).applyDelay(Duration.ofMillis(delay.millisOfA()));
            servers.server(2).applyDelay(Duration.ofMillis(delay.millisOfB()));
            Count plimsoll = count(routed, each);
            row(delay, "Plimsoll", plimsoll);
            row(delay, "window of " + WINDOW.toSeconds() + " s", count(new TimeWindow(servers.pools(), WINDOW), each));
            exact &= plimsoll.missed() == 0 && plimsoll.failedReads() == 0;
        }
        return exact;
    }

    /** Customers are new each time: what they did before, under other rules, is not held against anybody. */
    private Count count(Access access, Duration time) {
        servers.awaitCaughtUp();
        Tally tally = new Tally(Servers.NAMES.size());
        try (Crowd crowd = Crowd.enter(new Shop(access, tally), customers)) {
            crowd.stay(WINDOW); // until as many customers are in their window as ever will be
            Count before = tally.now();
            crowd.stay(time);
            Count count = tally.now().since(before);
            customers = crowd.nextNumber() + Crowd.CUSTOMERS;
            return count;
        }
    }

    private void row(Delay delay, String by, Count count) {
        line(
                ROW,
                delay,
                by,
                String.format(Locale.ROOT, "%,d", count.allReads()),
                String.format(Locale.ROOT, "%.1f%%", 100 - count.share(0)),
                String.format(Locale.ROOT, "%,d", count.missed()));
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that is not used
    private void line(String format, Object... cells) {
        out.print(String.format(Locale.ROOT, format, cells));
        out.flush();
    }
}
