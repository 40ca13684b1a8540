package dev.plimsoll.work;

import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One request, message, job or test: what is executed between its beginning and its end is judged together. The statements of the
 * thread that began it belong to it, and those of threads that run a task it has {@linkplain #wrap wrapped}. Units nest; a statement
 * belongs to the innermost.
 *
 * <pre>{@code
 * try (var unit = UnitOfWork.begin("POST /orders")) {
 *     orders.place(basket);
 * }
 * }</pre>
 *
 * Beginning and ending a unit in which nothing is executed costs some nanoseconds. Safe for use by many threads.
 */
public final class UnitOfWork implements AutoCloseable {
    private static final ThreadLocal<@Nullable UnitOfWork> CURRENT = new ThreadLocal<>();

    private final String name;
    private final boolean silent;
    private final @Nullable UnitOfWork outer;
    private final CopyOnWriteArrayList<Ledger> ledgers = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private UnitOfWork(String name, boolean silent, @Nullable UnitOfWork outer) {
        this.name = name;
        this.silent = silent;
        this.outer = outer;
    }

    /** Begins a unit on the current thread, inside the one that is current there. */
    public static UnitOfWork begin(String name) {
        return enter(name, false);
    }

    /** Runs {@code task} as a unit of its own. */
    public static <T> T run(String name, Callable<T> task) throws Exception {
        UnitOfWork unit = begin(name);
        try {
            return task.call();
        } finally {
            unit.close();
        }
    }

    /** Runs {@code task} without anything of it being recorded: the set-up of a test, a warm-up, a known exception. */
    public static void silently(Runnable task) {
        UnitOfWork unit = enter("silent", true);
        try {
            task.run();
        } finally {
            unit.close();
        }
    }

    private static UnitOfWork enter(String name, boolean silent) {
        UnitOfWork unit = new UnitOfWork(name, silent, current());
        CURRENT.set(unit);
        return unit;
    }

    /** The unit that a statement executed now by the current thread belongs to, or null. */
    static @Nullable UnitOfWork current() {
        UnitOfWork unit = CURRENT.get();
        while (unit != null && unit.ended) {
            unit = unit.outer;
        }
        return unit;
    }

    /** Makes {@code unit} current on this thread; null for none. */
    static void restore(@Nullable UnitOfWork unit) {
        if (unit == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(unit);
        }
    }

    public String name() {
        return name;
    }

    boolean silent() {
        return silent;
    }

    /** A task that belongs to this unit on whatever thread it runs, provided the unit has not ended by then. */
    public Runnable wrap(Runnable task) {
        return () -> {
            UnitOfWork before = CURRENT.get();
            CURRENT.set(this);
            try {
                task.run();
            } finally {
                restore(before);
            }
        };
    }

    /** A task that belongs to this unit on whatever thread it runs, provided the unit has not ended by then. */
    public <T> Callable<T> wrap(Callable<T> task) {
        return () -> {
            UnitOfWork before = CURRENT.get();
            CURRENT.set(this);
            try {
                return task.call();
            } finally {
                restore(before);
            }
        };
    }

    Ledger ledger(Recorder recorder) {
        for (Ledger ledger : ledgers) {
            if (ledger.recorder == recorder) {
                return ledger;
            }
        }
        return addLedger(recorder);
    }

    private synchronized Ledger addLedger(Recorder recorder) {
        for (Ledger ledger : ledgers) {
            if (ledger.recorder == recorder) {
                return ledger;
            }
        }
        Ledger added = new Ledger(recorder, name, true);
        ledgers.add(added);
        return added;
    }

    /** Ends the unit: it is judged, on this thread. Ending it twice, late or on another thread is harmless. */
    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        if (CURRENT.get() == this) {
            restore(current());
        }
        for (Ledger ledger : ledgers) {
            ledger.recorder.end(ledger);
        }
    }
}
