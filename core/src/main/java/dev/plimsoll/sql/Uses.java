package dev.plimsoll.sql;

import java.util.Set;

/** The numbers, in a catalog, of the functions, relations and types that something rests on. */
public record Uses(Set<Long> functions, Set<Long> relations, Set<Long> types) {
    public static final Uses NOTHING = new Uses(Set.of(), Set.of(), Set.of());

    public Uses {
        functions = Set.copyOf(functions);
        relations = Set.copyOf(relations);
        types = Set.copyOf(types);
    }
}
