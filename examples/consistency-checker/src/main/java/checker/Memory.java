package checker;

import java.util.HashMap;
import java.util.Map;

/** What one reader knows: a user's session, or a connection without one. Its methods are called by one thread at a time, under its lock. */
final class Memory {
    private final Map<Integer, Steps> written = new HashMap<>();
    private final Map<Integer, Steps> seenOnReplicas = new HashMap<>();
    private final Map<Integer, Steps> seenOnPrimary = new HashMap<>();
    private int era;
    private boolean pinned;
    private long wroteAt;
    private boolean wrote;

    /** Forgets everything if writes were lost since. */
    void enter(int present) {
        if (era != present) {
            era = present;
            written.clear();
            seenOnReplicas.clear();
            seenOnPrimary.clear();
        }
    }

    void wrote(int key, Steps.Step step) {
        steps(written, key).add(step);
        wroteAt = step.known();
        wrote = true;
    }

    void saw(int key, Steps.Step step, boolean onReplica) {
        steps(onReplica ? seenOnReplicas : seenOnPrimary, key).add(step);
    }

    Steps.Step written(int key, long before) {
        return steps(written, key).before(before);
    }

    Steps.Step seenOnReplicas(int key, long before) {
        return steps(seenOnReplicas, key).before(before);
    }

    Steps.Step seenOnPrimary(int key, long before) {
        return steps(seenOnPrimary, key).before(before);
    }

    /** A read has gone somewhere: nanoseconds that the last write has kept reads on the primary if that is over now, else 0. */
    long pinnedUntil(long start, boolean onReplica) {
        if (!onReplica) {
            pinned |= wrote;
            return 0;
        }
        boolean over = pinned;
        pinned = false;
        wrote = false;
        return over ? Math.max(1, start - wroteAt) : 0;
    }

    private static Steps steps(Map<Integer, Steps> of, int key) {
        return of.computeIfAbsent(key, made -> new Steps());
    }
}
