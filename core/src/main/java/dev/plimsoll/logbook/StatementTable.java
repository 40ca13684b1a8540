package dev.plimsoll.logbook;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.CallSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Entries by data source, schema, fingerprint and call site: a number of 64 bits, which two of a few thousand do not share. Open
 * addressing, since a look-up must neither lock nor allocate; only a new entry takes the lock. When the table is full, the quarter that
 * took least time leaves it and is only counted.
 */
final class StatementTable {
    private static final int SLOTS = Integer.highestOneBit(Logbook.MAX_STATEMENTS) << 2;
    private static final int LEAVE_AT_ONCE = Logbook.MAX_STATEMENTS / 4;

    private final Counter others = new Counter();
    private volatile AtomicReferenceArray<@Nullable StatementEntry> slots = new AtomicReferenceArray<>(SLOTS);
    private List<StatementEntry> entries = new ArrayList<>();

    /** The entry of a statement, made if there is none. */
    StatementEntry entry(String dataSource, SqlFacts facts, String schema, @Nullable CallSite callSite) {
        long key = key(dataSource, facts, schema, callSite);
        StatementEntry known = find(key);
        return known == null ? added(key, dataSource, facts, schema, callSite) : known;
    }

    private static long key(String dataSource, SqlFacts facts, String schema, @Nullable CallSite callSite) {
        long names = (long) dataSource.hashCode() << Integer.SIZE ^ schema.hashCode();
        long key = mixed(facts.fingerprint() ^ mixed(names));
        if (callSite == null) {
            return key;
        }
        StackTraceElement frame = callSite.frames().get(0);
        long method = (long) frame.getClassName().hashCode() << Integer.SIZE
                | Integer.toUnsignedLong(frame.getMethodName().hashCode());
        return mixed(key ^ mixed(method + frame.getLineNumber()));
    }

    /** Spreads what differs in a few bits over all of them: the finaliser of SplitMix64. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    private @Nullable StatementEntry find(long key) {
        AtomicReferenceArray<@Nullable StatementEntry> table = slots;
        for (int slot = (int) key & SLOTS - 1; ; slot = slot + 1 & SLOTS - 1) {
            StatementEntry entry = table.getAcquire(slot);
            if (entry == null || entry.key == key) {
                return entry;
            }
        }
    }

    private synchronized StatementEntry added(
            long key, String dataSource, SqlFacts facts, String schema, @Nullable CallSite callSite) {
        StatementEntry known = find(key);
        if (known != null) {
            return known;
        }
        if (entries.size() >= Logbook.MAX_STATEMENTS) {
            makeRoom();
        }
        StatementEntry entry = new StatementEntry(key, dataSource, facts, schema, callSite);
        entries.add(entry);
        place(entry, slots);
        return entry;
    }

    private static void place(StatementEntry entry, AtomicReferenceArray<@Nullable StatementEntry> table) {
        int slot = (int) entry.key & SLOTS - 1;
        while (table.getPlain(slot) != null) {
            slot = slot + 1 & SLOTS - 1;
        }
        table.setRelease(slot, entry);
    }

    private void makeRoom() {
        record Timed(StatementEntry entry, long nanos) {}
        List<StatementEntry> byTime = entries.stream()
                .map(entry -> new Timed(entry, entry.counter.nanos()))
                .sorted(Comparator.comparingLong(Timed::nanos))
                .map(Timed::entry)
                .toList();
        List<StatementEntry> leaving = byTime.subList(0, LEAVE_AT_ONCE);
        entries = new ArrayList<>(byTime.subList(LEAVE_AT_ONCE, byTime.size()));
        AtomicReferenceArray<@Nullable StatementEntry> table = new AtomicReferenceArray<>(SLOTS);
        entries.forEach(entry -> place(entry, table));
        slots = table;
        leaving.forEach(this::retire);
    }

    private void retire(StatementEntry entry) {
        entry.retire();
        others.add(entry.counter.takeOut());
    }

    /** Something was added to an entry, which may have left the table meanwhile. */
    void added(StatementEntry entry) {
        if (entry.isRetired()) {
            others.add(entry.counter.takeOut());
        }
    }

    /** Counts an execution that belongs to no entry. */
    void countOther(long nanos) {
        others.add(1, 0, nanos, nanos, 0, 0, 0);
    }

    synchronized TopStatements top(Logbook.Order by, int most) {
        List<StatementTotal> sorted = entries.stream()
                .map(StatementEntry::total)
                .filter(total -> !total.totals().equals(ExecutionTotals.NONE))
                .sorted(Comparator.comparingLong(by::of).reversed())
                .toList();
        int shown = Math.min(Math.max(0, most), sorted.size());
        ExecutionTotals rest = sorted.subList(shown, sorted.size()).stream()
                .map(StatementTotal::totals)
                .reduce(others.totals(), ExecutionTotals::plus);
        List<StatementTotal> top = sorted.subList(0, shown);
        ExecutionTotals all = top.stream().map(StatementTotal::totals).reduce(rest, ExecutionTotals::plus);
        return new TopStatements(top, Objects.requireNonNull(rest), Objects.requireNonNull(all));
    }
}
