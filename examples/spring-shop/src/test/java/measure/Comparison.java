package measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What some shops served of what others did. */
final class Comparison {
    private static final double LIMIT = 0.98;

    private final String name;
    private final List<Variant> compared;
    private final List<Variant> others;
    private final Ratios rates = new Ratios();
    private final Ratios costs = new Ratios();

    Comparison(String name, List<Variant> compared, List<Variant> others) {
        this.name = name;
        this.compared = compared;
        this.others = others;
    }

    /** They have had a round. */
    void add(Map<Variant, Wrk.Run> runs) {
        Wrk.Run run = mean(compared, runs);
        Wrk.Run other = mean(others, runs);
        rates.add(run.rate() / other.rate());
        costs.add(run.cpuMicros() / other.cpuMicros());
    }

    private static Wrk.Run mean(List<Variant> shops, Map<Variant, Wrk.Run> runs) {
        return Wrk.Run.mean(shops.stream().map(runs::get).toList());
    }

    /** It was their last round; others will be opened for the next. */
    void endLaunch() {
        System.out.printf(
                Locale.ROOT,
                "throughput %-7s %.3f of the bare shops' requests a second (limit %.2f in prod), %.3f of their CPU time a request;"
                        + " median of %d launches %.3f and %.3f%n",
                name,
                rates.endLaunch(),
                LIMIT,
                costs.endLaunch(),
                rates.launches.size(),
                Median.of(rates.launches),
                Median.of(costs.launches));
    }

    /** Of each launch the median of its rounds: a launch counts as one, since JVMs differ by more than rounds do. */
    private static final class Ratios {
        final List<Double> launches = new ArrayList<>();
        private final List<Double> rounds = new ArrayList<>();

        void add(double ratio) {
            rounds.add(ratio);
        }

        double endLaunch() {
            double median = Median.of(rounds);
            launches.add(median);
            rounds.clear();
            return median;
        }
    }
}
