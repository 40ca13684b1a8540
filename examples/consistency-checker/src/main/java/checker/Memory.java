package checker;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one reader knows: a user's session, or a connection without one. Its methods are called by one thread at a time, under its lock. */
final class Memory {
    private final Map<Integer, Steps> written = new HashMap<>();
    private final Map<Integer, Steps> seenOnReplicas = new HashMap<>();
    private final Map<Integer, Steps> seenOnPrimary = new HashMap<>();
    private final Map<Integer, Operation> lastWrites = new HashMap<>();
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

    void wrote(int key, long version, long acknowledged) {
        steps(written, key).add(acknowledged, version);
        wroteAt = acknowledged;
        wrote = true;
    }

    /** Shown beside a read that missed it. */
    void remember(Operation write) {
        write.acknowledged().keySet().forEach(key -> lastWrites.put(key, write));
    }

    @Nullable
    Operation lastWrite(int key) {
        return lastWrites.get(key);
    }

    void saw(int key, long version, long ended, boolean onReplica) {
        steps(onReplica ? seenOnReplicas : seenOnPrimary, key).add(ended, version);
    }

    long written(int key, long before) {
        return steps(written, key).before(before);
    }

    long seenOnReplicas(int key, long before) {
        return steps(seenOnReplicas, key).before(before);
    }

    long seenOnPrimary(int key, long before) {
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
