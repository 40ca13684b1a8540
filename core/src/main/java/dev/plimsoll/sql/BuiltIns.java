package dev.plimsoll.sql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The functions and views that a release of a server brings along: the same for all its databases. For one thread at a time. */
public final class BuiltIns {
    private final Map<String, Boolean> functions = new HashMap<>();
    private final Set<Long> safeFunctions = new HashSet<>();
    private final Set<Long> unsafeViews = new HashSet<>();

    /** Adds a function, which {@code declares} to be immutable, stable or volatile. */
    public void function(long id, String name, Routine.Volatility declares) {
        boolean reads = declares.readsOnly() ? !Functions.isOfServer(name) : Functions.isHarmless(name);
        functions.merge(name, reads, Boolean::logicalAnd);
        if (reads) {
            safeFunctions.add(id);
        }
    }

    /** Adds a view. */
    public void view(long id, String name) {
        if (AccessClassifier.isOfServer(name)) {
            unsafeViews.add(id);
        }
    }

    Map<String, Boolean> functions() {
        return functions;
    }

    /** Whether the function is one of them, and only reads. */
    boolean isSafe(long function) {
        return safeFunctions.contains(function);
    }

    Set<Long> unsafeViews() {
        return unsafeViews;
    }
}
