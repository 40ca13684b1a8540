package checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What did not hold: how often, by what was done, and the first few cases. Safe for use by many threads. */
final class Violations {
    private static final int SHOWN = 2;

    private final Map<Invariant, Map<String, Cases>> cases = new EnumMap<>(Invariant.class);
    private final Consumer<Invariant> onEach;

    private static final class Cases {
        private final List<String> first = new ArrayList<>();
        private long count;
    }

    /** @param onEach is told each time that something did not hold */
    Violations(Consumer<Invariant> onEach) {
        this.onEach = onEach;
    }

    /** @param by what was done */
    void add(Invariant invariant, String by, String what) {
        add(invariant, by, 1, what);
    }

    void add(Invariant invariant, String by, long times, String what) {
        synchronized (this) {
            Cases alike =
                    cases.computeIfAbsent(invariant, made -> new TreeMap<>()).computeIfAbsent(by, made -> new Cases());
            alike.count += times;
            if (alike.first.size() < SHOWN) {
                alike.first.add(what);
            }
        }
        onEach.accept(invariant);
    }

    synchronized long count(Invariant invariant) {
        return of(invariant).values().stream().mapToLong(alike -> alike.count).sum();
    }

    synchronized boolean isEmpty() {
        return cases.isEmpty();
    }

    /** The first few of each kind. */
    synchronized List<String> first(Invariant invariant) {
        List<String> all = new ArrayList<>();
        of(invariant)
                .forEach((by, alike) ->
                        alike.first.forEach(what -> all.add(by + ", " + alike.count + " times: " + what)));
        return all;
    }

    private Map<String, Cases> of(Invariant invariant) {
        return cases.getOrDefault(invariant, Map.of());
    }
}
