package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.TransactionMode;
import dev.plimsoll.sql.Verb;
import dev.plimsoll.work.ObservedTransaction.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one session, open or not; one object serves them all. Written by the thread that uses the connection, read by
 * the sweeper without a lock: what it sees is at worst one call old, which a look every 200 ms can bear.
 */
final class Transaction {
    /** A transaction with more writes than this is not one item's. */
    private static final int FEW_WRITES = 3;

    private static final int MAX_TOUCHED = 32;
    private static final int MAX_TABLES = 8;
    private static final AtomicLong IDENTITIES = new AtomicLong();

    private final Recorder recorder;
    private final OpenResults results;
    private final List<Tally> touched = new ArrayList<>(0);

    private long identity;
    private volatile boolean open;
    private boolean beganInSql;
    private @Nullable UnitOfWork unit;
    private @Nullable Ledger ledger;
    private @Nullable Thread thread;
    private @Nullable SqlFacts lastFacts;
    private final List<SqlFacts> writes = new ArrayList<>(0);
    private long beganAt;
    private long lastEnd;
    private boolean executing;
    /** Nothing was said of what it would do, and nothing that it has executed needed the primary. */
    private boolean undeclaredRead;

    private long statements;
    private int writeExecutions;

    private long rowsSeen;
    private long activeAt;
    private long longestIdle;

    Transaction(Recorder recorder, OpenResults results) {
        this.recorder = recorder;
        this.results = results;
    }

    /** Whether a text begins a transaction where none is open and autocommit is off. */
    static boolean isBegunBy(SqlFacts facts) {
        return facts.verb() != Verb.COMMIT && facts.verb() != Verb.ROLLBACK;
    }

    boolean open() {
        return open;
    }

    long identity() {
        return identity;
    }

    boolean beganInSql() {
        return beganInSql;
    }

    void begin(SqlFacts facts, long now, @Nullable UnitOfWork owner, boolean inSql) {
        thread = Thread.currentThread();
        lastFacts = facts;
        identity = IDENTITIES.incrementAndGet();
        beganInSql = inSql;
        unit = owner;
        beganAt = now;
        lastEnd = now;
        activeAt = now;
        longestIdle = 0;
        statements = 0;
        undeclaredRead = facts.transactionMode() == TransactionMode.UNSTATED;
        open = true;
    }

    /** The ledger of a transaction that has no owner. */
    Ledger ownLedger() {
        Ledger own = ledger;
        if (own == null) {
            own = new Ledger(
                    recorder, "transaction on " + Thread.currentThread().getName());
            ledger = own;
        }
        return own;
    }

    void executing(SqlFacts facts) {
        thread = Thread.currentThread();
        lastFacts = facts;
        executing = true;
    }

    /** A statement has ended that ran at {@code place}. */
    void executed(long endedAt, Place place) {
        executing = false;
        lastEnd = endedAt;
        statements++;
        undeclaredRead &= place == Place.PRIMARY_UNDECLARED || place == Place.NOT_ROUTED;
    }

    /** Under the lock of the tally's ledger. */
    void touch(Tally tally, boolean writesRows) {
        if (tally.inTransaction(identity) && touched.size() < MAX_TOUCHED) {
            touched.add(tally);
        }
        if (writesRows) {
            writeExecutions++;
            if (writes.size() < MAX_TABLES && !writes.contains(tally.shape.facts)) {
                writes.add(tally.shape.facts);
            }
        }
    }

    /** @param startedAt the clock before the driver was asked; 0 if nobody looked */
    void committed(long startedAt, long now) {
        long nanos = startedAt == 0 ? 0 : now - startedAt;
        boolean fewWrites = writeExecutions > 0 && writeExecutions <= FEW_WRITES;
        if (fewWrites) {
            for (Tally tally : touched) {
                if (tally.shape.facts.writes()) {
                    tally.committed(nanos);
                }
            }
        }
        end(Mark.Kind.COMMITTED, nanos, now);
    }

    void rolledBack(long now) {
        for (Tally tally : touched) {
            tally.rolledBack(identity);
        }
        end(Mark.Kind.ROLLED_BACK, 0, now);
    }

    private void end(Mark.Kind how, long nanos, long now) {
        if (!isSilent(unit)) {
            recorder.ended(this, how, now);
        }
        Ledger undeclared = undeclaredRead && recorder.routing() != null ? readUndeclared() : null;
        if (undeclared != null) {
            undeclared.readUndeclared();
        }
        open = false;
        executing = false;
        touched.clear();
        writes.clear();
        writeExecutions = 0;
        UnitOfWork owner = unit;
        unit = null;
        if (owner != null && !owner.silent()) {
            owner.ledger(recorder).transactionEnded(how, identity, nanos);
        }
        Ledger own = ledger;
        if (own != null) {
            own.transactionEnded(how, identity, nanos);
            recorder.end(own);
        }
    }

    /** Counts a transaction that only read, undeclared; its ledger, or null if it does not count. */
    private @Nullable Ledger readUndeclared() {
        Ledger counted = null;
        for (Tally tally : touched) {
            if (tally.readUndeclared(identity)) {
                counted = tally.shape.ledger;
            }
        }
        return counted;
    }

    /** The sweeper's look; nothing if the transaction is too young to deserve one. */
    Optional<ObservedTransaction> look(long now) {
        if (!open || isSilent(unit)) {
            return Optional.empty();
        }
        long idle = executing ? 0 : idle(now);
        longestIdle = Math.max(longestIdle, idle);
        boolean deservesLook = now - beganAt >= recorder.attention().transactionNanos();
        return deservesLook
                ? Optional.of(observed(executing ? State.EXECUTING : State.IDLE, now, idle))
                : Optional.empty();
    }

    /** Of a unit that was read once: the transaction may end, and have none any more, at any moment of a look. */
    private static boolean isSilent(@Nullable UnitOfWork owner) {
        return owner != null && owner.silent();
    }

    private long idle(long now) {
        long rowsRead = results.rowsRead();
        if (rowsRead != rowsSeen) { // perhaps in an earlier transaction, but since the last look
            rowsSeen = rowsRead;
            activeAt = now;
        }
        long idle = Math.max(0, now - Math.max(lastEnd, activeAt));
        Thread owner = thread;
        if (idle >= recorder.attention().transactionNanos()
                && owner != null
                && recorder.callSites().isInJdbc(owner)) {
            activeAt = now; // it waits for a row, or for a commit
            return 0;
        }
        return idle;
    }

    /** Who is shown the unit of the transaction, besides the recorder's listener. */
    List<UnitWitness> witnesses() {
        UnitOfWork owner = unit;
        return owner == null ? List.of() : owner.witnesses();
    }

    /** What there is to see of it, for somebody who asks; changes nothing. */
    Optional<ObservedTransaction> seen(long now) {
        Thread owner = thread;
        if (!open || owner == null || isSilent(unit)) {
            return Optional.empty();
        }
        boolean busy = executing || recorder.callSites().isInJdbc(owner);
        boolean idles = !busy && results.rowsRead() == rowsSeen;
        long idle = idles ? Math.max(0, now - Math.max(lastEnd, activeAt)) : 0;
        return Optional.of(observed(busy ? State.EXECUTING : State.IDLE, now, idle));
    }

    /** Where its statements are counted; null if nowhere. */
    @Nullable
    Ledger ledgerNow() {
        UnitOfWork owner = unit;
        if (owner == null) {
            return ledger;
        }
        return owner.silent() ? null : owner.ledger(recorder);
    }

    long age(long now) {
        return now - beganAt;
    }

    ObservedTransaction ending(long now) {
        return observed(State.IDLE, now, Math.max(0, now - lastEnd));
    }

    ObservedTransaction leftOpen(long now) {
        return observed(State.LEFT_OPEN, now, Math.max(0, now - lastEnd));
    }

    private ObservedTransaction observed(State state, long now, long idle) {
        Thread owner = thread;
        SqlFacts last = lastFacts;
        Ledger counted = ledgerNow();
        return new ObservedTransaction(
                identity,
                state,
                unitName(owner),
                now - beganAt,
                idle,
                longestIdle,
                statements,
                last == null ? null : last.shape(),
                last == null ? 0 : last.fingerprint(),
                writtenTables(),
                owner == null ? "unknown" : owner.getName(),
                () -> owner == null ? Optional.empty() : recorder.callSites().of(owner),
                counted == null ? 0 : counted.timeline());
    }

    private String unitName(@Nullable Thread owner) {
        UnitOfWork of = unit;
        return of != null ? of.name() : "transaction on " + (owner == null ? "unknown" : owner.getName());
    }

    private List<String> writtenTables() {
        List<String> tables = new ArrayList<>();
        for (Object write : writes.toArray()) { // a copy: the list belongs to another thread
            List<String> named = write == null ? List.of() : ((SqlFacts) write).tables();
            if (!named.isEmpty() && !tables.contains(named.get(0))) {
                tables.add(named.get(0));
            }
        }
        return tables;
    }
}
