package dev.plimsoll.agent.inside.units;

import dev.plimsoll.work.UnitOfWork;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the unit in which a task was given to a pool until a thread takes the task, which itself stays as it is. A task that was
 * given in several units, as one object, belongs to none of them. Safe for use by many threads.
 */
public final class Pools {
    private final ConcurrentMap<Object, Submission> submissions = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();

    /** The current thread gives a task to a pool. */
    public void submitted(Object task) {
        UnitOfWork unit = UnitOfWork.current();
        if (unit == null && submissions.isEmpty() || carriesItself(task)) {
            return;
        }
        forget();
        if (unit != null) {
            submissions.merge(new Weak(task, forgotten), new Submission(unit, 1), Submission::and);
        } else {
            submissions.computeIfPresent(new Sought(task), (known, before) -> before.and(new Submission(null, 1)));
        }
    }

    /** The current thread, one of a pool, is about to run a task. */
    public void taken(Object task) {
        if (!submissions.isEmpty() && !carriesItself(task)) {
            UnitOfWork unit = remove(new Sought(task));
            if (unit != null && !unit.hasEnded()) {
                UnitOfWork.exchange(unit);
            }
        }
    }

    /** The current thread, one of a pool, is about to wait for a task. */
    public void idle() {
        UnitOfWork.exchange(null);
    }

    /** These are woven themselves. */
    private static boolean carriesItself(Object task) {
        return task instanceof FutureTask || task instanceof AsynchronousCompletionTask;
    }

    private @Nullable UnitOfWork remove(Sought task) {
        while (true) {
            Submission found = submissions.get(task);
            if (found == null) {
                return null;
            }
            boolean done = found.times == 1
                    ? submissions.remove(task, found)
                    : submissions.replace(task, found, new Submission(found.unit, found.times - 1));
            if (done) {
                return found.unit;
            }
        }
    }

    /** Drops what a pool has never taken: it was rejected, or removed again. */
    private void forget() {
        for (Reference<?> gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
            submissions.remove(gone);
        }
    }

    /**
     * @param unit null for several
     * @param times how often the task was given and not taken yet
     */
    private record Submission(@Nullable UnitOfWork unit, int times) {
        Submission and(Submission other) {
            return new Submission(unit == other.unit ? unit : null, times + other.times);
        }
    }

    private static final class Weak extends WeakReference<Object> {
        private final int hash;

        Weak(Object task, ReferenceQueue<Object> queue) {
            super(task, queue);
            this.hash = System.identityHashCode(task);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object task = get();
            return task != null && other instanceof Weak weak && weak.refersTo(task);
        }
    }

    /** Equal to the reference that is sought, so it is only ever looked for. */
    private record Sought(Object task) {
        @Override
        public int hashCode() {
            return System.identityHashCode(task);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Weak weak && weak.refersTo(task);
        }
    }
}
