package dev.plimsoll.logbook;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.CallSite;
import org.jspecify.annotations.Nullable;

/** One statement at one call site, as its executions add up. Holds texts only, so that it keeps no class from being unloaded. */
final class StatementEntry {
    final long key;
    final Counter counter = new Counter();
    private final String dataSource;
    private final String schema;
    private final long fingerprint;
    private final String shape;
    private final String callSite;
    /** Whoever adds to an entry that has left the table takes it out again, to where the rest of it went. */
    private volatile boolean retired;

    StatementEntry(long key, String dataSource, SqlFacts facts, String schema, @Nullable CallSite callSite) {
        this.key = key;
        this.dataSource = dataSource;
        this.schema = schema;
        this.fingerprint = facts.fingerprint();
        this.shape = Shown.shape(facts);
        this.callSite = callSite == null ? "" : callSite.display();
    }

    boolean isRetired() {
        return retired;
    }

    void retire() {
        retired = true;
    }

    StatementTotal total() {
        return new StatementTotal(
                dataSource, schema, Shown.fingerprint(fingerprint), shape, callSite, counter.totals());
    }
}
