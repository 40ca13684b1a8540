package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One shop of each variant, side by side. */
final class Shops implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    /** So few leave the compilers time to compile. */
    private static final int FEW_CONNECTIONS = 2;

    private static final int WARM_UP_SECONDS = 10;
    /** Of the shops' CPU time: when it was less for a minute, their JVMs have compiled what they will, but for a method now and then. */
    private static final double COMPILERS_SHARE = 0.03;

    private static final int QUIET_RUNS = 6;
    private static final int MOST_RUNS = 120;

    private final Map<Variant, Shop> shops = new EnumMap<>(Variant.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(Variant.values().length);
    private final Wrk wrk = new Wrk();

    private Shops() throws IOException {}

    static Shops open(Path target) throws IOException {
        Shops opened = new Shops();
        try {
            for (Variant variant : Variant.values()) {
                opened.shops.put(variant, Shop.open(variant, target));
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Lets them serve until their JVMs have compiled what they will, at leisure first and then under full load. */
    void warmUp() throws InterruptedException {
        untilCompiled(FEW_CONNECTIONS);
        untilCompiled(CONNECTIONS);
    }

    private void untilCompiled(int connections) throws InterruptedException {
        Deque<Double> lately = new ArrayDeque<>();
        for (int run = 1; run <= MOST_RUNS; run++) {
            double share =
                    Wrk.Run.mean(run(connections, WARM_UP_SECONDS).values()).compilersShare();
            System.out.printf(
                    Locale.ROOT,
                    "warming up with %d connections, %d s: %.1f %% of the CPU time is the compilers'%n",
                    connections,
                    run * WARM_UP_SECONDS,
                    100 * share);
            lately.addLast(share);
            if (lately.size() > QUIET_RUNS) {
                lately.removeFirst();
            }
            if (lately.size() == QUIET_RUNS
                    && lately.stream().mapToDouble(each -> each).average().orElseThrow() < COMPILERS_SHARE) {
                return;
            }
        }
        System.out.println("after " + MOST_RUNS * WARM_UP_SECONDS + " s at " + connections
                + " connections the JVMs still compile: what follows is less than it will be");
    }

    /** Puts all of them under load for so long. */
    Map<Variant, Wrk.Run> run(int seconds) throws InterruptedException {
        return run(CONNECTIONS, seconds);
    }

    private Map<Variant, Wrk.Run> run(int connections, int seconds) throws InterruptedException {
        List<Callable<Wrk.Run>> tasks = shops.values().stream()
                .map(shop -> (Callable<Wrk.Run>) () -> wrk.run(shop, connections, seconds))
                .toList();
        Map<Variant, Wrk.Run> runs = new EnumMap<>(Variant.class);
        List<Future<Wrk.Run>> done = threads.invokeAll(tasks);
        for (Variant variant : Variant.values()) {
            try {
                runs.put(variant, done.get(variant.ordinal()).get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(variant + " could not be measured", e);
            }
        }
        return runs;
    }

    @Override
    public void close() {
        threads.shutdown();
        shops.values().forEach(Shop::close);
    }
}
