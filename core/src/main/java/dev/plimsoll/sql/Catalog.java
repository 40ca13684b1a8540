package dev.plimsoll.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one database's own catalog says of its functions and relations, at the moment it was read. Immutable and safe for use by many
 * threads. Names are those that {@link SqlFacts} tells: lower-cased unless quoted, perhaps with a schema. A name without one stands
 * for all of that name in any schema, whatever the search path says. Made by {@link CatalogBuilder}.
 */
public final class Catalog {
    /** Nothing is known: a read is what its tokens prove to be one. */
    public static final Catalog EMPTY = new Catalog(Map.of(), Map.of(), Set.of(), Set.of(), false);

    private static final String BUILT_IN = "pg_catalog.";

    /** For each built-in function whether all of that name only read. */
    private final Map<String, Boolean> builtIns;

    /** The same for those of users, with and without their schemas. */
    private final Map<String, Boolean> functions;

    /** Relations that a standby has no copy of, with and without their schemas. */
    private final Set<String> unreplicated;

    /** Operators, types and functions of rows by whose mere mention something may run that does not only read. */
    private final Set<String> suspects;

    private final boolean distrusted;

    Catalog(
            Map<String, Boolean> builtIns,
            Map<String, Boolean> functions,
            Set<String> unreplicated,
            Set<String> suspects,
            boolean distrusted) {
        this.builtIns = Map.copyOf(builtIns);
        this.functions = Map.copyOf(functions);
        this.unreplicated = Set.copyOf(unreplicated);
        this.suspects = Set.copyOf(suspects);
        this.distrusted = distrusted;
    }

    boolean isEmpty() {
        return this == EMPTY;
    }

    /** Whether every function of that name is known, and changes nothing: not rows, nor the session, nor anything outside. */
    public boolean readsOnly(String function) {
        if (distrusted || isEmpty()) {
            return false;
        }
        boolean quoted = function.indexOf('"') >= 0;
        String name = Names.withoutDatabase(quoted ? Names.unquoted(function) : function);
        Boolean user = functions.get(name.toLowerCase(Locale.ROOT));
        Boolean builtIn = quoted ? null : builtIn(name);
        if (user == null && builtIn == null) {
            return Functions.isConstruct(function);
        }
        return !Boolean.FALSE.equals(user) && !Boolean.FALSE.equals(builtIn);
    }

    /** A name that needs quotes is no built-in function's, but for some keywords. */
    private @Nullable Boolean builtIn(String name) {
        return builtIns.get(name.startsWith(BUILT_IN) ? name.substring(BUILT_IN.length()) : name);
    }

    /**
     * Whether a standby answers for the relation as the primary does. False for a temporary, unlogged or foreign table, a sequence,
     * and whatever rests on one or on a function that does not only read. True if the relation is not known: a table made since is
     * likely an ordinary one.
     */
    public boolean isReplicated(String relation) {
        String name = relation.indexOf('"') < 0 ? relation : Names.unquoted(relation);
        return !distrusted && !unreplicated.contains(Names.withoutDatabase(name));
    }

    boolean hasSuspects() {
        return distrusted || !suspects.isEmpty();
    }

    boolean isSuspect(String wordOrOperator) {
        return distrusted || suspects.contains(wordOrOperator);
    }
}
