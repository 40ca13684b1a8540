package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many requests a second the shop serves at most, watched and not. */
final class Throughput {
    private static final double LIMIT = 0.98;

    private final Path target;
    private final Wrk wrk = new Wrk();
    private final Map<Variant, List<Double>> rates = new EnumMap<>(Variant.class);
    private final Map<Variant, List<Double>> costs = new EnumMap<>(Variant.class);

    Throughput(Path target) throws IOException {
        this.target = target;
        for (Variant variant : Variant.WATCHED) {
            rates.put(variant, new ArrayList<>());
            costs.put(variant, new ArrayList<>());
        }
    }

    /**
     * Opens the shops {@code launches} times, since two JVMs never compile alike, and puts each of them under load so many times, in
     * turn.
     */
    void measure(int launches, int rounds, int warmUpSeconds, int seconds) throws IOException, InterruptedException {
        for (int launch = 0; launch < launches; launch++) {
            try (Shop bare = Shop.open(Variant.BARE, target);
                    Shop prod = Shop.open(Variant.PROD, target);
                    Shop dev = Shop.open(Variant.DEV, target)) {
                Map<Variant, Shop> shops = Map.of(Variant.BARE, bare, Variant.PROD, prod, Variant.DEV, dev);
                for (Variant variant : Variant.inTurn(launch)) {
                    wrk.run(shops.get(variant), warmUpSeconds);
                }
                for (int round = 0; round < rounds; round++) {
                    round(shops, round, seconds);
                }
            }
        }
        Variant.WATCHED.forEach(this::print);
    }

    private void round(Map<Variant, Shop> shops, int round, int seconds) throws IOException, InterruptedException {
        Map<Variant, Wrk.Run> runs = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.inTurn(round)) {
            runs.put(variant, wrk.run(shops.get(variant), seconds));
        }
        Wrk.Run bare = runs.get(Variant.BARE);
        System.out.printf(Locale.ROOT, "%-4s %5.0f requests/s, %4.0f µs", Variant.BARE, bare.rate(), bare.cpuMicros());
        for (Variant variant : Variant.WATCHED) {
            Wrk.Run run = runs.get(variant);
            rates.get(variant).add(run.rate() / bare.rate());
            costs.get(variant).add(run.cpuMicros() / bare.cpuMicros());
            System.out.printf(Locale.ROOT, "; %s %5.0f, %4.0f µs", variant, run.rate(), run.cpuMicros());
        }
        System.out.println();
    }

    private void print(Variant variant) {
        System.out.printf(
                Locale.ROOT,
                "throughput %-4s %.3f of the bare shop's requests a second (limit %.2f in PROD), %.3f of its CPU time a request,"
                        + " medians of %d pairs%n",
                variant,
                Median.of(rates.get(variant)),
                LIMIT,
                Median.of(costs.get(variant)),
                rates.get(variant).size());
    }
}
