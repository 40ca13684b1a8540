package dev.plimsoll.work;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlAnalyzer;
import dev.plimsoll.sql.SqlFacts;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records what is executed through one data source and shows it to a listener: each unit of work at its end and every thousand
 * executions, and transactions while they are open. Safe for use by many threads; nothing it does reaches the application as an
 * exception.
 */
public final class Recorder implements AutoCloseable {
    /** Without an owner, the autocommit statements of a thread are one unit until the thread has been quiet for this long. */
    static final long QUIET_NANOS = 1_000_000_000L;

    private static final long LOOK_EVERY = 1_000;

    private volatile @Nullable SqlAnalyzer analyzer;
    /** Told before the first connection is given out, so a plain field does. */
    private @Nullable Routing routing;

    /** As {@link #routing}. */
    private @Nullable Books books;

    private final WorkListener listener;
    private final Attention attention;
    private final CallSites callSites;
    private final LongSupplier clock;
    private final Guard guard;
    /** Of each recorder, since a thread may use several; weak, so that a thread that outlives the application holds nothing of it back. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable WeakReference<Ledger>> threads = new ThreadLocal<>();

    private final Set<Ledger> unowned = ConcurrentHashMap.newKeySet();
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

    /**
     * @param clock nanoseconds that only grow, as {@link System#nanoTime()}
     */
    public Recorder(WorkListener listener, CallSiteOptions callSites, LongSupplier clock, Guard guard) {
        this.listener = listener;
        this.attention = listener.attention();
        this.callSites = new CallSites(callSites);
        this.clock = clock;
        this.guard = guard;
        Sweeper.add(this);
    }

    /** Whether {@link #dialect} has been told. */
    public boolean knowsDialect() {
        return analyzer != null;
    }

    /** The data source's dialect, which has to be told before the first statement; otherwise it counts as {@link Dialect#GENERIC}. */
    public void dialect(Dialect dialect) {
        analyzer = new SqlAnalyzer(dialect);
    }

    /**
     * The data source has replicas, which has to be told before its first connection is given out.
     *
     * @param seen what has become of its units; asked on the application's threads for units that are shown, so it must not block
     * @param provenRead whether any replica might have answered a text that the current thread has just executed; false too where
     *     the thread wants the primary whatever it asks
     */
    public void routing(Supplier<ObservedRouting> seen, Predicate<SqlFacts> provenRead) {
        routing = new Routing(seen, provenRead);
    }

    /** Somebody is to be told of all executions, which has to be said before the first connection is given out. */
    public void keepBooks(Bookkeeper keeper) {
        books = books == null ? new Books(keeper, guard) : books.and(keeper);
    }

    /** Tells the bookkeeper what the units have executed that are going on: those without an owner, and those of open transactions. */
    public void tellOfOpenUnits() {
        unowned.forEach(Ledger::tellNow);
        for (Session session : sessions) {
            Transaction open = session.openTransaction();
            Ledger ledger = open == null ? null : open.ledgerNow();
            if (ledger != null) {
                ledger.tellNow();
            }
        }
    }

    /** How many transactions are open now. */
    public int openTransactionCount() {
        int open = 0;
        for (Session session : sessions) {
            open += session.openTransaction() == null ? 0 : 1;
        }
        return open;
    }

    /** The transactions that are open now. Looks at the stacks of their threads. */
    public List<ObservedTransaction> openTransactions() {
        long now = now();
        List<ObservedTransaction> seen = new ArrayList<>();
        for (Session session : sessions) {
            Transaction open = session.openTransaction();
            if (open != null) {
                open.seen(now).ifPresent(seen::add);
            }
        }
        return seen;
    }

    /** Units so far that ran on the primary and only read, because nobody had declared them; 0 without replicas. */
    public long undeclaredReads() {
        return routing == null ? 0 : routing.undeclaredReads();
    }

    /** Facts of a text; never throws. */
    public SqlFacts facts(String sql) {
        return analyzer().facts(sql);
    }

    /** A connection was opened, or taken out of a pool. */
    public Session session(OpenResults results) {
        return new Session(this, results);
    }

    /** Where failures of Plimsoll's own code go. */
    public Guard guard() {
        return guard;
    }

    /** Ends the units that have no owner, and stops looking at transactions. Statements executed later are still recorded. */
    @Override
    public void close() {
        Sweeper.remove(this);
        unowned.forEach(this::end);
        unowned.clear();
        sessions.clear();
    }

    private SqlAnalyzer analyzer() {
        if (analyzer == null) {
            dialect(Dialect.GENERIC);
        }
        return Objects.requireNonNull(analyzer);
    }

    @Nullable
    Books books() {
        return books;
    }

    @Nullable
    Routing routing() {
        return routing;
    }

    boolean readUndeclared() {
        return routing != null && routing.readUndeclared();
    }

    Optional<ObservedRouting> observedRouting() {
        try {
            return Optional.ofNullable(routing).map(Routing::seen);
        } catch (Throwable failure) { // ours, so not the application's
            guard.failed("asking what was routed", failure);
            return Optional.empty();
        }
    }

    Dialect dialect() {
        return analyzer().dialect();
    }

    CallSites callSites() {
        return callSites;
    }

    long now() {
        return clock.getAsLong();
    }

    long lookEvery() {
        return LOOK_EVERY;
    }

    boolean showsPlainUnits() {
        return listener.wantsPlainUnits();
    }

    Attention attention() {
        return attention;
    }

    /** The ledger of the current thread's autocommit statements, for one that started at {@code startedAt}. */
    Ledger ledgerOfThread(long startedAt) {
        WeakReference<Ledger> known = threads.get();
        Ledger ledger = known == null ? null : known.get();
        if (ledger == null) {
            ledger = new Ledger(this, "autocommit on " + Thread.currentThread().getName());
            threads.set(new WeakReference<>(ledger));
        } else if (ledger.seemsIdleSince(startedAt - QUIET_NANOS)) {
            ledger.endIfIdleSince(startedAt - QUIET_NANOS).ifPresent(unit -> show(unit, List.of()));
        }
        return ledger;
    }

    /** Autocommit statements without an owner were executed: the sweeper shall see to the end of their unit. */
    void awaitQuiet(Ledger ledger) {
        if (!ledger.awaited) {
            ledger.awaited = true;
            unowned.add(ledger);
        }
    }

    /** The sweeper shall look at the transactions of a session from now on. */
    void watch(Session session) {
        sessions.add(session);
    }

    void unwatch(Session session) {
        sessions.remove(session);
    }

    void end(Ledger ledger) {
        ledger.end().ifPresent(unit -> show(unit, ledger.witnesses));
    }

    void lookIfDue(Ledger ledger) {
        if (ledger.lookSeemsDue()) {
            long startedAt = now();
            ledger.lookIfDue().ifPresent(unit -> show(unit, ledger.witnesses));
            ledger.looked(now() - startedAt);
        }
    }

    /** Called by the sweeper. */
    void sweep() {
        long now = now();
        for (Ledger ledger : unowned) {
            ledger.endIfIdleSince(now - QUIET_NANOS).ifPresent(unit -> {
                unowned.remove(ledger);
                ledger.awaited = false;
                show(unit, List.of());
            });
        }
        for (Session session : sessions) {
            Transaction open = session.openTransaction();
            if (open != null) {
                open.look(now).ifPresent(transaction -> show(transaction, List.of()));
            }
        }
    }

    void show(ObservedTransaction transaction, List<UnitWitness> witnesses) {
        try {
            listener.transactionObserved(transaction, witnesses);
        } catch (Throwable failure) { // a listener's failure is not the application's
            guard.failed("looking at a transaction", failure);
        }
    }

    void ended(Transaction transaction, Mark.Kind how, long now) {
        if (books != null) {
            books.transactionEnded(how, transaction.age(now));
        }
        if (transaction.age(now) >= attention.transactionNanos()) {
            try {
                listener.transactionEnded(transaction.ending(now), how);
            } catch (Throwable failure) { // a listener's failure is not the application's
                guard.failed("looking at the end of a transaction", failure);
            }
        }
    }

    private void show(ObservedUnit unit, List<UnitWitness> witnesses) {
        try {
            listener.unitObserved(unit, witnesses);
            if (unit.finished()) {
                witnesses.forEach(witness -> witness.unitObserved(unit));
            }
        } catch (Throwable failure) { // a listener's failure is not the application's
            guard.failed("looking at a unit of work", failure);
        }
    }
}
