package replicas;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shop on a busy day on which one server fails after the other.
 *
 * @param connectionsInUse connections that were not given back by its end
 */
record Performance(
        List<Acts.Outcome> outcomes, Count total, @Nullable Throwable firstFailedRead, int connectionsInUse) {

    static Performance of(int seconds, PrintWriter out) throws SQLException {
        try (Servers servers = Servers.start()) {
            Tally tally = new Tally(Servers.NAMES.size());
            List<Acts.Outcome> outcomes;
            try (Routed routed = Routed.over(servers.pools())) {
                outcomes = acts(servers, routed, tally, seconds, out);
            }
            return new Performance(outcomes, tally.now(), tally.firstFailedRead(), servers.connectionsInUse());
        }
    }

    @SuppressWarnings("try") // that the crowd is there is all that is wanted of it
    private static List<Acts.Outcome> acts(Servers servers, Routed routed, Tally tally, int seconds, PrintWriter out) {
        try (Crowd crowd = Crowd.enter(new Shop(routed, tally), 0);
                Screen screen = new Screen(out, tally, routed::gauges)) {
            screen.run();
            return new Acts(servers, tally, routed::gauges, screen, seconds).perform();
        }
    }

    boolean isAsItShould() {
        return outcomes.stream().allMatch(Acts.Outcome::asItShould)
                && total.missed() == 0
                && total.failedReads() == 0
                && connectionsInUse == 0;
    }
}
