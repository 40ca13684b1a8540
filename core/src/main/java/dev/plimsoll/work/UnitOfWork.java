package dev.plimsoll.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
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

    private volatile String name;
    private final @Nullable Supplier<String> session;
    private final boolean silent;
    private final @Nullable UnitOfWork outer;
    private final List<UnitWitness> witnesses;
    private final CopyOnWriteArrayList<Ledger> ledgers = new CopyOnWriteArrayList<>();
    private volatile @Nullable ConcurrentHashMap<Object, Object> attachments;
    private volatile boolean ended;

    private UnitOfWork(
            String name,
            @Nullable Supplier<String> session,
            boolean silent,
            @Nullable UnitOfWork outer,
            List<UnitWitness> witnesses) {
        this.name = name;
        this.session = session;
        this.silent = silent;
        this.outer = outer;
        this.witnesses = witnesses;
    }

    /** Begins a unit on the current thread, inside the one that is current there. */
    public static UnitOfWork begin(String name) {
        return enter(name, null, false);
    }

    /**
     * Begins a unit on behalf of a user, whose units share what the user has written: with replicas, a later unit of the same session
     * sees the writes of an earlier one.
     *
     * @param session whatever tells one user's session from another's; never printed
     */
    public static UnitOfWork begin(String name, String session) {
        return begin(name, () -> session);
    }

    /**
     * As {@link #begin(String, String)}, for a session that takes time to name.
     *
     * @param session asked when it matters, which is with replicas only, and then perhaps more than once; must not fail
     */
    public static UnitOfWork begin(String name, Supplier<String> session) {
        return enter(name, session, false);
    }

    /**
     * Begins a unit that is shown to {@code witness} at its end, as are the units that are begun inside it: a test's, which wants to
     * see what it has executed.
     */
    public static UnitOfWork begin(String name, UnitWitness witness) {
        UnitOfWork outer = current();
        List<UnitWitness> all = new ArrayList<>(witnesses(outer));
        all.add(witness);
        return enter(new UnitOfWork(name, null, false, outer, List.copyOf(all)));
    }

    /** Runs {@code task} as a unit of its own. */
    public static <T> T run(String name, Callable<T> task) throws Exception {
        return run(begin(name), task);
    }

    /** Runs {@code task} as a unit of its own, on behalf of a user: see {@link #begin(String, String)}. */
    public static <T> T run(String name, String session, Callable<T> task) throws Exception {
        return run(begin(name, session), task);
    }

    private static <T> T run(UnitOfWork unit, Callable<T> task) throws Exception {
        try {
            return task.call();
        } finally {
            unit.close();
        }
    }

    /** Runs {@code task} without anything of it being recorded: the set-up of a test, a warm-up, a known exception. */
    public static void silently(Runnable task) {
        UnitOfWork unit = enter("silent", null, true);
        try {
            task.run();
        } finally {
            unit.close();
        }
    }

    private static UnitOfWork enter(String name, @Nullable Supplier<String> session, boolean silent) {
        UnitOfWork outer = current();
        return enter(new UnitOfWork(name, session, silent, outer, silent ? List.of() : witnesses(outer)));
    }

    private static UnitOfWork enter(UnitOfWork unit) {
        CURRENT.set(unit);
        return unit;
    }

    private static List<UnitWitness> witnesses(@Nullable UnitOfWork unit) {
        return unit == null ? List.of() : unit.witnesses;
    }

    /** The unit that a statement executed now by the current thread belongs to, or null. */
    public static @Nullable UnitOfWork current() {
        UnitOfWork unit = CURRENT.get();
        while (unit != null && unit.ended) {
            unit = unit.outer;
        }
        return unit;
    }

    /**
     * Makes {@code unit} current on this thread, null for none, and returns what to make current again afterwards. For those who take
     * units from thread to thread themselves; everybody else uses {@link #wrap(Runnable)}.
     */
    public static @Nullable UnitOfWork exchange(@Nullable UnitOfWork unit) {
        UnitOfWork before = CURRENT.get();
        restore(unit);
        return before;
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

    /**
     * Gives the unit a better name than it was begun with: a request's route, say, is known only when it has been handled. What is
     * judged from now on has the new name, everything at the unit's end in any case; after that nothing changes.
     */
    public synchronized void rename(String better) {
        name = better;
        for (Ledger ledger : ledgers) {
            ledger.rename(better);
        }
    }

    /** Whether the unit has been closed: statements belong to the unit around it since then, if to any. */
    public boolean hasEnded() {
        return ended;
    }

    /** The user's session that the unit was begun for; that of the unit around it if it names none; null if no unit does. */
    public @Nullable String session() {
        if (session != null) {
            return session.get();
        }
        return outer == null ? null : outer.session();
    }

    /** The unit around all the units around this one, even if it has ended before them: they belong together all the same. */
    public UnitOfWork outermost() {
        UnitOfWork unit = this;
        while (unit.outer != null) {
            unit = unit.outer;
        }
        return unit;
    }

    /** What {@code owner} has attached to this unit, or null. */
    public @Nullable Object attached(Object owner) {
        ConcurrentHashMap<Object, Object> all = attachments;
        return all == null ? null : all.get(owner);
    }

    /** Attaches {@code value} for {@code owner}, until the unit is forgotten; the first one stays, and is returned. */
    public synchronized Object attach(Object owner, Object value) {
        ConcurrentHashMap<Object, Object> all = attachments;
        if (all == null) {
            all = new ConcurrentHashMap<>();
            attachments = all;
        }
        Object before = all.putIfAbsent(owner, value);
        return before == null ? value : before;
    }

    boolean silent() {
        return silent;
    }

    /** Who is shown this unit, besides those who listen to its data sources. */
    List<UnitWitness> witnesses() {
        return witnesses;
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
        Ledger added = new Ledger(recorder, name, true, witnesses);
        ledgers.add(added);
        return added;
    }

    /**
     * What has been executed in it so far, whatever data sources it ran on; without what the units inside it have, and nothing once it
     * has ended.
     */
    public UnitTotals totals() {
        UnitTotals totals = UnitTotals.NONE;
        for (Ledger ledger : ledgers) {
            totals = totals.plus(ledger.totals());
        }
        return totals;
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
