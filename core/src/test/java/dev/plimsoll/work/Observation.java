package dev.plimsoll.work;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlFacts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A recorder that keeps what it would show, on a clock that the test turns. */
final class Observation implements WorkListener, AutoCloseable {
    final List<ObservedUnit> units = new CopyOnWriteArrayList<>();
    final List<ObservedTransaction> transactions = new CopyOnWriteArrayList<>();
    final Recorder recorder;
    boolean wantsPlainUnits = true;
    private final AtomicLong now = new AtomicLong(1);
    private final AtomicLong rowsRead = new AtomicLong();
    /** Where executions are said to have run. */
    Place place = Place.NOT_ROUTED;

    /** Of an application without code of its own. */
    Observation() {
        this(CallSiteOptions.defaults());
    }

    /** Of an application that is one class. */
    Observation(Class<?> application) {
        this(new CallSiteOptions(List.of(application.getName()), List.of(), false));
    }

    private Observation(CallSiteOptions callSites) {
        recorder = new Recorder(this, callSites, now::get, new Guard());
        recorder.dialect(Dialect.H2);
    }

    @Override
    public void unitObserved(ObservedUnit unit) {
        units.add(unit);
    }

    @Override
    public boolean wantsPlainUnits() {
        return wantsPlainUnits;
    }

    @Override
    public void transactionObserved(ObservedTransaction transaction) {
        transactions.add(transaction);
    }

    @Override
    public Attention attention() {
        return new Attention(
                TimeUnit.MILLISECONDS.toNanos(30),
                3,
                TimeUnit.MILLISECONDS.toNanos(500),
                1_000,
                TimeUnit.SECONDS.toNanos(1));
    }

    void pass(long amount, TimeUnit unit) {
        now.addAndGet(unit.toNanos(amount));
    }

    /** A connection whose results have been read as far as {@link #read} says. */
    Session session() {
        return recorder.session(new OpenResults() {
            @Override
            public long rowsRead() {
                return rowsRead.get();
            }

            @Override
            public Place place() {
                return place;
            }
        });
    }

    void read(long rows) {
        rowsRead.addAndGet(rows);
    }

    /** Executes a text that takes a microsecond. */
    @Nullable
    Tally execute(Session session, String sql) {
        return execute(session, sql, 1);
    }

    @Nullable
    Tally execute(Session session, String sql, long micros) {
        SqlFacts facts = recorder.facts(sql);
        long startedAt = session.started(facts);
        pass(micros, TimeUnit.MICROSECONDS);
        return session.executed(facts, null, startedAt, null);
    }

    ObservedUnit only() {
        if (units.size() != 1) {
            throw new AssertionError("one unit expected, but these were observed: " + units);
        }
        return units.get(0);
    }

    @Override
    public void close() {
        recorder.close();
    }
}
