package checker;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What brings a mistake to light soon.
 *
 * @param options of the library, by key
 * @param preparation statements that the database is prepared with
 * @param leftOut what sessions do not do
 * @param stopsAt which violations end the run at once
 */
record Hunting(Map<String, String> options, List<String> preparation, Set<Action> leftOut, Set<Invariant> stopsAt) {
    static final Hunting NOTHING = new Hunting(Map.of(), List.of(), Set.of(), Set.of());

    Hunting {
        options = Map.copyOf(options);
        preparation = List.copyOf(preparation);
        leftOut = Set.copyOf(leftOut);
        stopsAt = Set.copyOf(stopsAt);
    }

    Hunting with(Map<String, String> other) {
        return new Hunting(other, preparation, leftOut, stopsAt);
    }

    Hunting preparedBy(String... statements) {
        return new Hunting(options, List.of(statements), leftOut, stopsAt);
    }

    Hunting without(Action action) {
        return new Hunting(options, preparation, Set.of(action), stopsAt);
    }

    Hunting until(Set<Invariant> violated) {
        return new Hunting(options, preparation, leftOut, violated);
    }
}
