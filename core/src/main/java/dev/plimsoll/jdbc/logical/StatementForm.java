package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Reason;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * What kind of results the application wants of a statement.
 *
 * @param holdability 0 for the connection's own
 * @param keys whether generated keys were asked for
 */
record StatementForm(int type, int concurrency, int holdability, boolean keys) {
    static final StatementForm PLAIN =
            new StatementForm(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, 0, false);
    static final StatementForm WITH_KEYS =
            new StatementForm(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, 0, true);

    static StatementForm of(int type, int concurrency) {
        return new StatementForm(type, concurrency, 0, false);
    }

    static StatementForm of(int type, int concurrency, int holdability) {
        return new StatementForm(type, concurrency, holdability, false);
    }

    /** Why it is for the primary, whatever is executed; null if it is not. */
    @Nullable
    Reason tied() {
        boolean held = holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
        return held || concurrency == ResultSet.CONCUR_UPDATABLE ? Reason.BATCH : null;
    }
}
