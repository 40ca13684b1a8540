package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many requests a second the shop serves at most, watched and not. The shops are under load side by side, so that whatever else
 * the machine does slows all of them alike; as each has the same number of busy threads, the system gives each the same share of its
 * processors, and who needs less for a request serves more of them.
 */
final class Throughput {
    private static final double LIMIT = 0.98;

    private final Path target;
    private final Map<Variant, List<Double>> rates = new EnumMap<>(Variant.class);
    private final Map<Variant, List<Double>> costs = new EnumMap<>(Variant.class);

    Throughput(Path target) {
        this.target = target;
        for (Variant variant : Variant.COMPARED) {
            rates.put(variant, new ArrayList<>());
            costs.put(variant, new ArrayList<>());
        }
    }

    /** Opens the shops {@code launches} times, since two JVMs never compile alike, and compares them in so many rounds each time. */
    void measure(int launches, int rounds, int seconds) throws IOException, InterruptedException {
        for (int launch = 0; launch < launches; launch++) {
            try (Shops shops = Shops.open(target)) {
                shops.warmUp();
                for (int round = 0; round < rounds; round++) {
                    add(shops.run(seconds));
                }
            }
        }
        Variant.COMPARED.forEach(this::print);
    }

    private void add(Map<Variant, Wrk.Run> runs) {
        Wrk.Run bare = runs.get(Variant.BARE);
        for (Map.Entry<Variant, Wrk.Run> each : runs.entrySet()) {
            Wrk.Run run = each.getValue();
            System.out.printf(
                    Locale.ROOT, "%-7s %5.0f requests/s, %4.0f µs   ", each.getKey(), run.rate(), run.cpuMicros());
            if (each.getKey() != Variant.BARE) {
                rates.get(each.getKey()).add(run.rate() / bare.rate());
                costs.get(each.getKey()).add(run.cpuMicros() / bare.cpuMicros());
            }
        }
        System.out.println();
    }

    private void print(Variant variant) {
        System.out.printf(
                Locale.ROOT,
                "throughput %-7s %.3f of the bare shop's requests a second (limit %.2f in PROD), %.3f of its CPU time a request,"
                        + " medians of %d rounds%n",
                variant,
                Median.of(rates.get(variant)),
                LIMIT,
                Median.of(costs.get(variant)),
                rates.get(variant).size());
    }
}
