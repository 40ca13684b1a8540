package dev.plimsoll.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts a {@link Catalog} together from what a database says of its functions, relations, operators and types: what rests on
 * something that does not only read does not only read either. For one thread at a time.
 */
public final class CatalogBuilder {
    /** Operators that a query may use without writing them: for IN, BETWEEN, LIKE, DISTINCT, USING. */
    private static final Set<String> IMPLICIT =
            Set.of("=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "!~");

    private final BuiltIns builtIns;
    private final List<Routine> routines = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();

    public CatalogBuilder(BuiltIns builtIns) {
        this.builtIns = builtIns;
    }

    public void add(Routine routine) {
        routines.add(routine);
    }

    public void add(Relation relation) {
        relations.add(relation);
    }

    /** Adds an operator of a user, which calls {@code function}. */
    public void operator(String symbol, long function) {
        boolean unseen = IMPLICIT.contains(symbol) || symbol.indexOf('?') >= 0;
        triggers.add(new Trigger(symbol, 0, new Uses(Set.of(function), Set.of(), Set.of()), unseen));
    }

    /** Adds a domain, whose checks rest on {@code uses}. */
    public void domain(long id, String name, Uses uses) {
        triggers.add(new Trigger(name.toLowerCase(Locale.ROOT), id, uses, false));
    }

    /** Adds a cast to the type {@code target} that a user has made. */
    public void cast(String target, long function, boolean implicit) {
        Uses uses = new Uses(Set.of(function), Set.of(), Set.of());
        triggers.add(new Trigger(target.toLowerCase(Locale.ROOT), 0, uses, implicit));
    }

    public Catalog build() {
        Suspicion suspicion = new Suspicion(builtIns);
        routines.forEach(suspicion::know);
        boolean spreads = true;
        while (spreads) {
            spreads = false;
            for (Routine routine : routines) {
                spreads |= suspicion.spreadsTo(routine);
            }
            for (Relation relation : relations) {
                spreads |= suspicion.spreadsTo(relation);
            }
            for (Trigger trigger : triggers) {
                spreads |= suspicion.spreadsTo(trigger);
            }
        }
        return catalog(suspicion);
    }

    private Catalog catalog(Suspicion suspicion) {
        Map<String, Boolean> functions = new HashMap<>();
        for (Routine routine : routines) {
            boolean reads = !suspicion.isUnsafe(routine);
            String name = routine.name().toLowerCase(Locale.ROOT);
            functions.merge(name, reads, Boolean::logicalAnd);
            functions.merge(routine.schema().toLowerCase(Locale.ROOT) + '.' + name, reads, Boolean::logicalAnd);
        }
        Set<String> unreplicated = new HashSet<>();
        for (Relation relation : relations) {
            if (suspicion.isUnsafe(relation)) {
                unreplicated.add(relation.name());
                unreplicated.add(relation.schema() + '.' + relation.name());
            }
        }
        return new Catalog(
                builtIns.functions(), functions, unreplicated, suspicion.suspects(), suspicion.isEverywhere());
    }

    /**
     * Something that calls functions by being mentioned.
     *
     * @param type its number if it is a type, otherwise 0
     * @param unseen whether it also does so without being mentioned
     */
    record Trigger(String mention, long type, Uses uses, boolean unseen) {}
}
