package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many requests a second the shop serves at most, watched and not. The shops are under load side by side, so that whatever else
 * the machine does slows all of them alike; as each has the same number of busy threads, the system gives each the same share of its
 * processors, and who needs less for a request serves more of them.
 */
final class Throughput {
    private final Path target;
    private final List<Comparison> comparisons = List.of(
            new Comparison("control", List.of(Variant.CONTROL), List.of(Variant.BARE)),
            new Comparison("prod", List.of(Variant.PROD, Variant.PROD_AGAIN), List.of(Variant.BARE, Variant.CONTROL)),
            new Comparison("dev", List.of(Variant.DEV), List.of(Variant.BARE, Variant.CONTROL)));

    Throughput(Path target) {
        this.target = target;
    }

    /** Opens the shops {@code launches} times, since two JVMs never compile alike, and compares them in so many rounds each time. */
    void measure(int launches, int rounds, int seconds) throws IOException, InterruptedException {
        for (int launch = 0; launch < launches; launch++) {
            try (Shops shops = Shops.open(target)) {
                shops.warmUp();
                for (int round = 0; round < rounds; round++) {
                    Map<Variant, Wrk.Run> runs = shops.run(seconds);
                    print(runs);
                    comparisons.forEach(comparison -> comparison.add(runs));
                }
            }
            comparisons.forEach(Comparison::endLaunch);
        }
    }

    private static void print(Map<Variant, Wrk.Run> runs) {
        runs.forEach((variant, run) -> System.out.printf(
                Locale.ROOT, "%s %5.0f requests/s, %4.0f µs   ", variant, run.rate(), run.cpuMicros()));
        System.out.println();
    }
}
