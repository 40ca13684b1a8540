package dev.plimsoll.jdbc;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.Binds;
import org.jspecify.annotations.Nullable;

/** A change that the driver writes to the table of an updatable result, recorded as the statement that it amounts to. */
final class RowChange {
    private final ProxyStatement statement;
    private final SqlFacts facts;
    private final long startedAt;

    private RowChange(ProxyStatement statement, SqlFacts facts) {
        this.statement = statement;
        this.facts = facts;
        this.startedAt = statement.session().started(facts);
    }

    /** Null if the table is not known. */
    static @Nullable RowChange begin(@Nullable ProxyStatement statement, String before, String after) {
        String table = statement == null ? null : statement.table();
        if (statement == null || table == null) {
            return null;
        }
        return new RowChange(statement, statement.connection.facts(before + table + after));
    }

    static void executed(@Nullable RowChange change) {
        if (change != null) {
            Binds values = new Binds(change.facts);
            values.setOpaque(1); // which row it was is known to the driver alone
            change.statement.session().executed(change.facts, values, change.startedAt, null);
        }
    }

    static void failed(@Nullable RowChange change) {
        if (change != null) {
            change.statement.session().failed(change.facts, change.startedAt);
        }
    }
}
