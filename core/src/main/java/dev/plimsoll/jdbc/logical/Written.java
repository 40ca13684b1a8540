package dev.plimsoll.jdbc.logical;

import dev.plimsoll.postgres.SqlFailures;
import dev.plimsoll.route.Capture;
import dev.plimsoll.route.Placement;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.AccessClass;
import dev.plimsoll.sql.Setting.SynchronousCommit;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.TransactionMode;
import dev.plimsoll.sql.Verb;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the open unit has written, as far as anybody can tell, and what the router is told of it once it is acknowledged. */
final class Written {
    private final Pools pools;
    private final Router router;
    private final Placement placement;
    private Reader reader;
    private @Nullable PhysicalConnection on;
    private boolean wrote;
    private boolean undurable;
    private boolean defined;
    /** Begun by SQL, in autocommit. */
    private boolean transaction;

    private boolean declaredReadOnly;
    private boolean captured;

    Written(Pools pools, Placement placement, Reader own) {
        this.pools = pools;
        this.router = pools.router();
        this.placement = placement;
        this.reader = own;
    }

    void begun(Reader by, PhysicalConnection connection) {
        reader = by;
        on = connection;
        wrote = false;
        undurable = false;
        defined = false;
        transaction = false;
        declaredReadOnly = false;
        captured = false;
    }

    boolean isInTransaction() {
        return transaction;
    }

    boolean isDeclaredReadOnly() {
        return declaredReadOnly;
    }

    /** A statement, or a batch, was executed on the primary. */
    void executed(@Nullable SqlFacts facts, boolean batch) {
        if (facts == null) {
            wrote |= batch;
            undurable |= batch;
            return;
        }
        transaction |= facts.verb() == Verb.BEGIN;
        declaredReadOnly |= facts.transactionMode() == TransactionMode.READ_ONLY;
        if (batch || mayWrite(facts)) {
            wrote = true;
            undurable |= callsUnknown(facts);
        }
        defined |= facts.verb() == Verb.DDL;
        noteSynchronousCommit(facts);
    }

    private boolean mayWrite(SqlFacts facts) {
        AccessClass access = facts.access();
        boolean harmless = access == AccessClass.SESSION || access == AccessClass.TX_CONTROL;
        return !harmless && !facts.isRead(pools.catalog());
    }

    /** A function may turn synchronous commits off for its own transaction, and nobody sees that from outside. */
    private boolean callsUnknown(SqlFacts facts) {
        if (facts.access() == AccessClass.UNKNOWN) {
            return true;
        }
        List<String> functions = facts.functions();
        for (int i = 0; i < functions.size(); i++) {
            if (!pools.catalog().readsOnly(functions.get(i))) {
                return true;
            }
        }
        return false;
    }

    private void noteSynchronousCommit(SqlFacts facts) {
        var setting = facts.setting();
        PhysicalConnection connection = on;
        if (setting == null || connection == null || setting.synchronousCommit() == SynchronousCommit.UNTOUCHED) {
            return;
        }
        undurable = true;
        if (!setting.local()) {
            connection.notDurable();
        }
    }

    /** A statement has failed on the primary, and its failure surfaces. */
    void failed(@Nullable SqlFacts facts, boolean batch, @Nullable SQLException failure) {
        if (failure != null && SqlFailures.isExecuted(failure)) {
            executed(facts, batch);
            return;
        }
        boolean commits = facts != null && facts.verb() == Verb.COMMIT;
        boolean several = batch || facts == null || facts.statements() > 1 || mayCommitItself(facts);
        if (facts != null && !batch && !commits && !mayWrite(facts)) {
            return;
        }
        wrote |= several;
        undurable |= several;
        if (failure == null || SqlFailures.isInDoubt(failure)) {
            wrote = false;
            router.inDoubt(reader);
        }
    }

    private static boolean mayCommitItself(SqlFacts facts) {
        return facts.verb() == Verb.CALL || facts.verb() == Verb.OTHER || facts.access() == AccessClass.UNKNOWN;
    }

    /** The commit itself has failed. */
    void inDoubt(@Nullable SQLException failure) {
        if (wrote && (failure == null || SqlFailures.isInDoubt(failure))) {
            router.inDoubt(reader);
        }
        wrote = false;
    }

    /** The unit was acknowledged just now. */
    void acknowledged(Reader present) {
        PhysicalConnection connection = on;
        if (wrote && !captured) {
            boolean durable = !undurable && connection != null && connection.durable();
            router.wrote(placement, durable);
            if (!present.equals(reader)) {
                router.wrote(present, durable);
            }
        }
        if (defined) {
            pools.watch().defined();
        }
        rolledBack();
    }

    void rolledBack() {
        defined = false;
        wrote = false;
        undurable = false;
        transaction = false;
        declaredReadOnly = false;
        captured = false;
    }

    /** Whether the position is to be asked for in the round trip of the commit; never in autocommit, where it would come too early. */
    boolean isToBeCaptured(PhysicalConnection connection) {
        return wrote
                && router.options().capture() == Capture.COMMIT
                && connection.transaction() == TransactionStatus.OPEN;
    }

    /** Commits. */
    void capture(PhysicalConnection connection) throws SQLException {
        CapturedCommit commit = CapturedCommit.commit(connection.handle());
        captured = !commit.wrote() || commit.position() != 0;
        if (commit.wrote() && captured) {
            router.wroteUpTo(reader, commit.position());
        }
    }
}
