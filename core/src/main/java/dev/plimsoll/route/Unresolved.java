package dev.plimsoll.route;

import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The scopes with a write whose position the next sample of the primary will tell. Safe for use by many threads. */
final class Unresolved {
    private final ConcurrentLinkedQueue<Scope> scopes = new ConcurrentLinkedQueue<>();

    void add(Scope scope) {
        scopes.add(scope);
    }

    boolean isEmpty() {
        return scopes.isEmpty();
    }

    /** Resolves all that the sample covers; a scope that was there twice is resolved once. */
    void resolve(PrimarySample sample) {
        for (Iterator<Scope> each = scopes.iterator(); each.hasNext(); ) {
            if (!each.next().isDirtyAfter(sample)) {
                each.remove();
            }
        }
    }

    int size() {
        return scopes.size();
    }
}
