package dev.plimsoll.sql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known, while a catalog is read, to do more than read. It spreads to whatever rests on that. */
final class Suspicion {
    private final BuiltIns builtIns;
    private final Set<Long> routines = new HashSet<>();
    private final Set<Long> unsafeRoutines = new HashSet<>();
    private final Set<String> unsafeNames = new HashSet<>();
    private final Set<Long> unsafeRelations;
    private final Set<String> relationNames = new HashSet<>();
    private final Set<Long> unsafeTypes = new HashSet<>();
    private final Set<CatalogBuilder.Trigger> unsafeTriggers = new HashSet<>();
    private final Set<String> suspects = new HashSet<>();
    private final Map<Long, Mentions> bodies = new HashMap<>();
    private boolean everywhere;

    Suspicion(BuiltIns builtIns) {
        this.builtIns = builtIns;
        unsafeRelations = new HashSet<>(builtIns.unsafeViews());
        builtIns.functions().forEach((name, reads) -> {
            if (!reads) {
                unsafeNames.add(name);
            }
        });
    }

    void know(Routine routine) {
        routines.add(routine.id());
        String body = routine.body();
        if (body != null && routine.volatility().readsOnly()) {
            bodies.put(routine.id(), Mentions.of(body, Dialect.POSTGRESQL));
        }
    }

    boolean isUnsafe(Routine routine) {
        return unsafeRoutines.contains(routine.id());
    }

    boolean isUnsafe(Relation relation) {
        return unsafeRelations.contains(relation.id());
    }

    /** Mentions that may run what does not only read. */
    Set<String> suspects() {
        return suspects;
    }

    /** Whether such things may run without being mentioned. */
    boolean isEverywhere() {
        return everywhere;
    }

    boolean spreadsTo(Routine routine) {
        if (isUnsafe(routine) || isSafe(routine)) {
            return false;
        }
        unsafeRoutines.add(routine.id());
        String name = routine.name().toLowerCase(Locale.ROOT);
        unsafeNames.add(name);
        if (routine.field()) {
            suspects.add(name);
        }
        return true;
    }

    private boolean isSafe(Routine routine) {
        boolean declared = routine.volatility().readsOnly()
                ? !Functions.reachesOutside(routine.name())
                : routine.compiled() && Functions.isHarmless(routine.name());
        Mentions body = bodies.get(routine.id());
        return declared && isSafe(routine.uses()) && (body == null || isSafe(body));
    }

    /** A name in a body may be that of something else; what text EXECUTE is given nobody knows. */
    private boolean isSafe(Mentions body) {
        return !body.words().contains("execute")
                && body.calls().stream().noneMatch(unsafeNames::contains)
                && body.words().stream().noneMatch(relationNames::contains)
                && !body.any(suspects::contains);
    }

    private boolean isSafe(Uses uses) {
        return uses.functions().stream().allMatch(this::isSafeFunction)
                && uses.relations().stream().noneMatch(unsafeRelations::contains)
                && uses.types().stream().noneMatch(unsafeTypes::contains);
    }

    /** A function of a user that is not known was made, or dropped, while the catalog was read. */
    private boolean isSafeFunction(long function) {
        return builtIns.isSafe(function) || (routines.contains(function) && !unsafeRoutines.contains(function));
    }

    boolean spreadsTo(Relation relation) {
        if (isUnsafe(relation) || (relation.replicated() && isSafe(relation.uses()))) {
            return false;
        }
        relationNames.add(relation.name().toLowerCase(Locale.ROOT));
        return unsafeRelations.add(relation.id());
    }

    boolean spreadsTo(CatalogBuilder.Trigger trigger) {
        if (isSafe(trigger.uses()) || !unsafeTriggers.add(trigger)) {
            return false;
        }
        everywhere |= trigger.unseen();
        suspects.add(trigger.mention());
        if (trigger.type() != 0) {
            unsafeTypes.add(trigger.type());
        }
        return true;
    }
}
