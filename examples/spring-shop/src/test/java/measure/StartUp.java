package measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * How much longer the shop takes to open. The bare one and another open side by side, so that whatever else the machine does slows
 * both alike.
 */
final class StartUp {
    private static final double LIMIT_PERCENT = 5;
    private static final double LIMIT_MILLIS = 150;

    private static final List<Variant> COMPARED = List.of(Variant.CONTROL, Variant.PROD, Variant.DEV);

    private final Path target;

    StartUp(Path target) {
        this.target = target;
    }

    private record Pair(Shop.Start bare, Shop.Start other) {}

    /** Opens so many pairs for each variant, after one that does not count: it fills the file cache. */
    void measure(int rounds) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Variant variant : COMPARED) {
                pair(threads, variant);
                List<Pair> pairs = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    pairs.add(pair(threads, variant));
                }
                print(variant, pairs, "to its opening", Shop.Start::millis);
                print(variant, pairs, "of CPU", Shop.Start::cpuMillis);
            }
        } finally {
            threads.shutdown();
        }
    }

    private Pair pair(ExecutorService threads, Variant variant) throws InterruptedException {
        List<Callable<Shop.Start>> tasks = List.of(() -> start(Variant.BARE), () -> start(variant));
        List<Future<Shop.Start>> done = threads.invokeAll(tasks);
        try {
            Pair pair = new Pair(done.get(0).get(), done.get(1).get());
            System.out.printf(
                    Locale.ROOT,
                    "%s %5.0f ms, %5.0f ms of CPU   %-7s %5.0f ms, %5.0f ms of CPU%n",
                    Variant.BARE,
                    pair.bare.millis(),
                    pair.bare.cpuMillis(),
                    variant,
                    pair.other.millis(),
                    pair.other.cpuMillis());
            return pair;
        } catch (ExecutionException e) {
            throw new IllegalStateException(variant + " could not be measured", e);
        }
    }

    private Shop.Start start(Variant variant) throws Exception {
        try (Shop shop = Shop.open(variant, target)) {
            return shop.start();
        }
    }

    private static void print(Variant variant, List<Pair> pairs, String what, ToDoubleFunction<Shop.Start> figure) {
        double base = Median.of(
                pairs.stream().map(pair -> figure.applyAsDouble(pair.bare)).toList());
        double added = Median.of(pairs.stream()
                .map(pair -> figure.applyAsDouble(pair.other) - figure.applyAsDouble(pair.bare))
                .toList());
        System.out.printf(
                Locale.ROOT,
                "start %-7s %-14s bare %5.0f ms, median of the differences %4.0f ms, %.1f %% (limit %.0f ms)%n",
                variant,
                what,
                base,
                added,
                100 * added / base,
                Math.max(LIMIT_MILLIS, base * LIMIT_PERCENT / 100));
    }
}
