package checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What did not hold: how often, and the first few cases. Safe for use by many threads. */
final class Violations {
    private static final int SHOWN = 4;

    private final Map<Invariant, Long> counts = new EnumMap<>(Invariant.class);
    private final Map<Invariant, List<String>> first = new EnumMap<>(Invariant.class);
    private final Runnable onFirst;

    /** @param onFirst is run each time that something did not hold */
    Violations(Runnable onFirst) {
        this.onFirst = onFirst;
    }

    void add(Invariant invariant, String what) {
        add(invariant, 1, what);
    }

    void add(Invariant invariant, long times, String what) {
        synchronized (this) {
            counts.merge(invariant, times, Long::sum);
            List<String> shown = first.computeIfAbsent(invariant, made -> new ArrayList<>());
            if (shown.size() < SHOWN) {
                shown.add(what);
            }
        }
        onFirst.run();
    }

    synchronized long count(Invariant invariant) {
        return counts.getOrDefault(invariant, 0L);
    }

    synchronized boolean isEmpty() {
        return counts.isEmpty();
    }

    synchronized List<String> first(Invariant invariant) {
        return List.copyOf(first.getOrDefault(invariant, List.of()));
    }
}
