package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The executions of one statement in one unit, kept apart by call site. Guarded by the lock of its ledger. */
final class ShapeTally {
    /** Call sites kept apart; later ones count as the last of them. */
    private static final int MAX_SITES = 64;
    /** As long as a statement has run less often than this, every repetition's call site is looked up. */
    private static final long EXACT = 64;
    /** From then on one in each further sixteenth is, so that at most 6 % of the executions can be attributed wrongly. */
    private static final long SAMPLING = 16;

    final Ledger ledger;
    final SqlFacts facts;
    final String schema;
    final int number;
    final Tally first;

    private @Nullable List<Tally> others;
    private Tally last;
    private long executions;
    private long nextLookUp;
    private int sampledRows;
    private boolean ended;
    private String @Nullable [] labels;

    ShapeTally(Ledger ledger, SqlFacts facts, String schema, int number) {
        this.ledger = ledger;
        this.facts = facts;
        this.schema = schema;
        this.number = number;
        this.first = new Tally(this);
        this.last = first;
    }

    /** The tally of the execution that has just ended, by the stack of the current thread where that has to be looked at. */
    Tally ofThisExecution(@Nullable Tally previous, CallSites callSites) {
        long execution = executions++;
        if (execution > 0) {
            ledger.remark();
        }
        if (execution == 0 && !callSites.ofFirstExecution()) {
            return first;
        }
        if (execution < nextLookUp) {
            return previous != null && previous.shape == this ? previous : last;
        }
        nextLookUp = execution < EXACT ? execution + 1 : execution + execution / SAMPLING;
        last = ofSite(callSites);
        return last;
    }

    /** Something is to be said of an execution that the current thread is still at: its place is looked up even if it is the first. */
    void locate(Tally tally) {
        ledger.remark();
        if (!tally.isLocated()) {
            tally.at(ledger.recorder.callSites().located());
        }
    }

    /** An execution that the current thread is still at was slow. */
    void slow(Tally tally, long nanos, Attention limits) {
        ledger.slow(limits);
        if (nanos >= limits.executionNanos()) {
            locate(tally);
        } else if (!tally.isLocated()) {
            tally.at(ledger.recorder.callSites().locatedNowAndThen(ledger.lastEnd()));
        }
    }

    private Tally ofSite(CallSites callSites) {
        if (!first.isLocated()) {
            first.at(callSites.located()); // the first execution's own site was not looked up: the second speaks for it
            return first;
        }
        CallSites.Frame frame = callSites.here();
        if (frame == null || first.isAt(frame)) {
            return first;
        }
        return ofOtherSite(frame, callSites);
    }

    private Tally ofOtherSite(CallSites.Frame frame, CallSites callSites) {
        if (others == null) {
            others = new ArrayList<>();
        }
        for (Tally other : others) {
            if (other.isAt(frame)) {
                return other;
            }
        }
        if (others.size() >= MAX_SITES) {
            return last;
        }
        Tally added = new Tally(this);
        added.at(callSites.located());
        others.add(added);
        return added;
    }

    List<Tally> tallies() {
        List<Tally> all = new ArrayList<>();
        all.add(first);
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }

    /** @param runsOn whether more may follow that has to be told apart from this */
    void tell(Bookkeeper keeper, boolean runsOn) {
        first.tell(keeper, runsOn);
        if (others != null) {
            for (int i = 0; i < others.size(); i++) { // no iterator
                others.get(i).tell(keeper, runsOn);
            }
        }
    }

    /** The unit has ended, or is another one. */
    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    boolean wantsRows() {
        return sampledRows < ReadSamples.MAX_ROWS_OF_STATEMENT;
    }

    /** Claims a block for the next row; the number of rows that are looked at is bounded. */
    int claimRow() {
        if (!wantsRows() || ended) {
            return ReadSamples.NOT_SAMPLED;
        }
        sampledRows++;
        return ledger.reads.claim(number);
    }

    void resetSamples() {
        sampledRows = 0;
    }

    String @Nullable [] labels() {
        return labels;
    }

    void labels(String[] labels) {
        this.labels = labels;
    }

    List<ReadColumn> columns() {
        List<ReadColumn> columns = new ArrayList<>();
        String[] known = labels;
        if (sampledRows == 0) {
            return columns;
        }
        int width = known == null ? ledger.reads.width(number) : Math.min(known.length, ReadSamples.MAX_COLUMNS);
        for (int column = 1; column <= width; column++) {
            long[] values = ledger.reads.values(number, column);
            if (values.length > 0) {
                String label = known == null ? "" : label(known[column - 1]);
                columns.add(new ReadColumn(facts, first.site(), number, label, values));
            }
        }
        return columns;
    }

    /** Databases that fold names to upper case label columns so; shapes, which the label is shown beside, are in lower case. */
    private static String label(String label) {
        return label.equals(label.toUpperCase(Locale.ROOT)) ? label.toLowerCase(Locale.ROOT) : label;
    }
}
