package dev.plimsoll.logbook;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.Verb;
import dev.plimsoll.work.Bookkeeper;
import dev.plimsoll.work.CallSite;
import dev.plimsoll.work.Mark;
import dev.plimsoll.work.ObservedTimeline;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.Recorder;
import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sums over all that one data source executes, for meters: give it to {@code Plimsoll.builder(dataSource).totals(totals).wrap()}.
 * Statements cost it nothing while they run: they are added up by their unit of work, whose end adds each different one here.
 * Holds no data source back from being collected. Safe for use by many threads.
 */
public final class WorkTotals implements Bookkeeper {
    private static final Set<Verb> READS =
            EnumSet.of(Verb.SELECT, Verb.VALUES, Verb.TABLE, Verb.SHOW, Verb.EXPLAIN, Verb.FETCH);

    private final Map<Kind, Counter> counters = new EnumMap<>(Kind.class);
    private final List<EndOfTransactions> listeners = new CopyOnWriteArrayList<>();
    private volatile WeakReference<Recorder> recorder = new WeakReference<>(null);

    private WorkTotals() {
        for (Kind kind : Kind.values()) {
            counters.put(kind, new Counter());
        }
    }

    public static WorkTotals create() {
        return new WorkTotals();
    }

    /** Begins to add up what {@code recorder} records, before its first connection is given out; for what puts a data source together. */
    public void enter(Recorder recorder) {
        this.recorder = new WeakReference<>(recorder);
        recorder.keepBooks(this);
    }

    /** {@code listener} is told of every transaction's end from now on, on the application's threads, so it should be quick. */
    public void whenTransactionsEnd(EndOfTransactions listener) {
        listeners.add(listener);
    }

    /**
     * All executions of a kind. Those of a unit of work that is going on are counted about once a second; those of open transactions and
     * of units without an owner as far as they are now.
     */
    public ExecutionTotals executions(Kind kind) {
        Recorder source = recorder.get();
        if (source != null) {
            source.tellOfOpenUnits();
        }
        return Objects.requireNonNull(counters.get(kind)).totals();
    }

    /** Transactions that are open now. */
    public long openTransactions() {
        return asked(Recorder::openTransactionCount);
    }

    /** Transactions that are open now while the driver has nothing to do. Looks at their threads' stacks, some microseconds each. */
    public long idleTransactions() {
        return asked(source -> source.openTransactions().stream()
                .filter(transaction -> transaction.state() == ObservedTransaction.State.IDLE)
                .count());
    }

    private long asked(ToLongFunction<Recorder> question) {
        Recorder source = recorder.get();
        return source == null ? 0 : question.applyAsLong(source);
    }

    @Override
    public void executed(
            SqlFacts facts,
            String schema,
            @Nullable CallSite callSite,
            long executions,
            long failures,
            long nanos,
            long longestNanos,
            long rows,
            long batches,
            long batchedRows) {
        Objects.requireNonNull(counters.get(Kind.of(facts)))
                .add(executions, failures, nanos, longestNanos, rows, batches, batchedRows);
    }

    @Override
    public void dropped(long nanos) {
        Objects.requireNonNull(counters.get(Kind.OTHER)).add(1, 0, nanos, nanos, 0, 0, 0);
    }

    @Override
    public void transactionEnded(Mark.Kind how, long nanos) {
        for (EndOfTransactions listener : listeners) {
            listener.ended(how, nanos);
        }
    }

    @Override
    public boolean wantsTimelines() {
        return false;
    }

    @Override
    public void ended(ObservedTimeline unit) {
        // timelines are not wanted
    }

    /** What a statement sets out to do. */
    public enum Kind {
        READ,
        WRITE,
        /** DDL, calls, locks, and whatever is neither of the others by its own words. */
        OTHER;

        static Kind of(SqlFacts facts) {
            if (facts.writes()) {
                return WRITE;
            }
            return READS.contains(facts.verb()) ? READ : OTHER;
        }
    }

    /** Is told of the ends of transactions; what it throws is caught and logged. */
    @FunctionalInterface
    public interface EndOfTransactions {
        /**
         * A transaction has ended.
         *
         * @param how {@link Mark.Kind#COMMITTED} or {@link Mark.Kind#ROLLED_BACK}
         * @param nanos wall time since the transaction's first statement began
         */
        void ended(Mark.Kind how, long nanos);
    }
}
