package checker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * One fault that befalls the cluster.
 *
 * @param victim which of the standbys, counted from 0, if it is one's
 * @param length how long it lasts
 */
record Strike(Fault fault, int victim, Duration length) {

    /** An endless schedule: every fault once in each round, in an order and with lengths that the seed alone decides. */
    static Supplier<Strike> schedule(List<Fault> faults, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Deque<Fault> round = new ArrayDeque<>();
        return () -> {
            if (round.isEmpty()) {
                List<Fault> next = new ArrayList<>(faults);
                Collections.shuffle(next, new Random(random.nextLong()));
                round.addAll(next);
            }
            Fault fault = round.removeFirst();
            return new Strike(fault, random.nextInt(2), Duration.ofMillis(1_000 + random.nextInt(1_000)));
        };
    }

    @Override
    public String toString() {
        return "%s (standby %d, %.1f s)"
                .formatted(fault.option(), victim + 1, length.toMillis() / 1e3)
                .toLowerCase(Locale.ROOT);
    }
}
