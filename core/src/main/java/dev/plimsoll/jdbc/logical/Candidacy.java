package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Reason;
import dev.plimsoll.sql.AccessClass;
import dev.plimsoll.sql.SessionEffect;
import dev.plimsoll.sql.Setting;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.TransactionMode;
import dev.plimsoll.sql.Verb;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a unit that begins with a statement may be on a replica. */
final class Candidacy {
    private final Pools pools;
    private final Recorded recorded;

    Candidacy(Pools pools, Recorded recorded) {
        this.pools = pools;
        this.recorded = recorded;
    }

    /** Why the unit has to be on the primary; null if it need not. */
    @Nullable
    Reason whyPrimary(@Nullable SqlFacts facts, boolean autoCommit) {
        if (recorded.isSerializable() || facts != null && facts.transactionMode() == TransactionMode.SERIALIZABLE) {
            return Reason.SERIALIZABLE;
        }
        if (facts != null && (binds(facts) || takesAdvisoryLock(facts))) {
            return Reason.SESSION_BOUND;
        }
        boolean begins = autoCommit && facts != null && facts.verb() == Verb.BEGIN;
        return autoCommit && !begins ? whyStatement(facts) : whyTransaction(facts);
    }

    private @Nullable Reason whyTransaction(@Nullable SqlFacts facts) {
        TransactionMode mode = facts == null ? TransactionMode.UNSTATED : facts.transactionMode();
        if (mode == TransactionMode.READ_WRITE || facts != null && facts.statements() > 1) {
            return Reason.NOT_READ_ONLY;
        }
        return recorded.isReadOnly() || mode == TransactionMode.READ_ONLY ? null : Reason.NOT_READ_ONLY;
    }

    private @Nullable Reason whyStatement(@Nullable SqlFacts facts) {
        if (facts == null) {
            return recorded.isReadOnly() || pools.router().options().autocommitReads()
                    ? null
                    : Reason.AUTOCOMMIT_READS_OFF;
        }
        if (facts.isRead(pools.catalog())) {
            return recorded.isReadOnly() || pools.router().options().autocommitReads()
                    ? null
                    : Reason.AUTOCOMMIT_READS_OFF;
        }
        if (recorded.isReadOnly() && facts.access() == AccessClass.UNKNOWN && facts.statements() == 1) {
            return null;
        }
        return facts.access() == AccessClass.READ ? Reason.DEMOTED : Reason.NOT_PROVEN;
    }

    Reason whyReplica(@Nullable SqlFacts facts, boolean autoCommit) {
        boolean transaction = !autoCommit || facts != null && facts.verb() == Verb.BEGIN;
        return transaction || recorded.isReadOnly() ? Reason.DECLARED : Reason.PROVEN_READ;
    }

    /** What a replica would do without complaint and nobody else would see. */
    static void refuseOnReplica(@Nullable SqlFacts facts) throws SQLException {
        if (facts != null && (binds(facts) || takesAdvisoryLock(facts))) {
            throw new SQLException(
                    "this transaction was declared read-only and runs on a replica, where a lock, a temporary table and the like"
                            + " would be of no use: do it in a transaction that is not declared read-only",
                    "25006");
        }
    }

    /** Whether the session is bound to its connection by the statement: by what lives there only, or by a setting that cannot be repeated. */
    static boolean binds(SqlFacts facts) {
        SessionEffect effect = facts.sessionEffect();
        Setting setting = facts.setting();
        boolean unrepeatable = effect == SessionEffect.SETTING
                && (setting == null || setting.name().equals(Setting.UNTOLD));
        return effect.pins() || unrepeatable;
    }

    private static boolean takesAdvisoryLock(SqlFacts facts) {
        List<String> functions = facts.functions();
        for (int i = 0; i < functions.size(); i++) {
            if (functions.get(i).contains("advisory")) {
                return true;
            }
        }
        return false;
    }
}
