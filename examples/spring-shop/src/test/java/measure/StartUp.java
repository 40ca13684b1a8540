package measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How much longer the shop takes to open. */
final class StartUp {
    private static final double LIMIT_PERCENT = 5;
    private static final double LIMIT_MILLIS = 150;

    private final Path target;
    private final Map<Variant, List<Shop.Start>> starts = new EnumMap<>(Variant.class);

    StartUp(Path target) {
        this.target = target;
    }

    /** Opens each shop so many times, after once that does not count: it fills the file cache. */
    void measure(int rounds) throws IOException {
        for (Variant variant : Variant.values()) {
            start(variant);
            starts.put(variant, new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : Variant.inTurn(round)) {
                starts.get(variant).add(start(variant));
            }
        }
        for (Variant variant : Variant.WATCHED) {
            print(variant, "to its opening", Shop.Start::millis);
            print(variant, "of CPU", Shop.Start::cpuMillis);
        }
    }

    private Shop.Start start(Variant variant) throws IOException {
        try (Shop shop = Shop.open(variant, target)) {
            return shop.start();
        }
    }

    private void print(Variant variant, String what, ToDoubleFunction<Shop.Start> figure) {
        List<Double> bare = figures(Variant.BARE, figure);
        List<Double> watched = figures(variant, figure);
        List<Double> added = new ArrayList<>();
        for (int round = 0; round < bare.size(); round++) {
            added.add(watched.get(round) - bare.get(round));
        }
        double base = Median.of(bare);
        System.out.printf(
                Locale.ROOT,
                "start %-4s %-14s bare %5.0f ms, watched %5.0f ms, median of the differences %4.0f ms (limit %.0f)%n",
                variant,
                what,
                base,
                Median.of(watched),
                Median.of(added),
                Math.max(LIMIT_MILLIS, base * LIMIT_PERCENT / 100));
    }

    private List<Double> figures(Variant variant, ToDoubleFunction<Shop.Start> figure) {
        return starts.get(variant).stream().map(figure::applyAsDouble).toList();
    }
}
