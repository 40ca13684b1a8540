package dev.plimsoll.jdbc.logical;

import dev.plimsoll.postgres.SqlFailures;
import dev.plimsoll.route.Failure;
import dev.plimsoll.route.Placement;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.Setting;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.Verb;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What comes of the executions of one logical connection: their units go on or end, and what has failed may be tried elsewhere. */
final class Executions {
    private final Router router;
    private final Recorded recorded;
    private final Units units;
    private final Assignment assignment;
    private final Placement placement;
    private final Held held;
    private final Written written;
    private final Attempt attempt;

    Executions(Router router, Recorded recorded, Units units) {
        this.router = router;
        this.recorded = recorded;
        this.units = units;
        this.assignment = units.assignment;
        this.placement = units.placement;
        this.held = units.held();
        this.written = units.written;
        this.attempt = units.attempt;
    }

    /** An execution is about to be tried for the first time. */
    void begin() {
        attempt.begin();
    }

    /** The connection for a question that executes nothing: in autocommit no unit is open afterwards. */
    PhysicalConnection boundIdle(@Nullable SqlFacts facts, @Nullable Reason tied) throws SQLException {
        begin();
        while (true) {
            try {
                PhysicalConnection on = units.bound(facts, tied);
                units.idle();
                return on;
            } catch (SQLException failure) {
                if (!failed(failure, null, false, true)) {
                    throw failure;
                }
            }
        }
    }

    /** A connection of the primary that everything runs on from now on. */
    PhysicalConnection pinned() throws SQLException {
        units.handedOut();
        if (!assignment.isPinned()) {
            PhysicalConnection on = boundIdle(null, Reason.SESSION_BOUND);
            units.pin();
            return on;
        }
        return units.current();
    }

    /** What was tried has succeeded. */
    void executed(@Nullable SqlFacts facts, boolean batch) throws SQLException {
        PhysicalConnection on = units.current();
        units.succeeded();
        attempt.begin();
        if (units.isOnReplica()) {
            router.succeeded(on.node());
        } else {
            written.executed(facts, batch);
        }
        boolean was = units.isOpen();
        if (!units.isTransactionOpen(on, facts) && !units.isInBatch()) {
            boolean committed = facts == null || facts.verb() != Verb.ROLLBACK;
            units.end(committed && was);
        }
    }

    /** What the text that was executed leaves behind on its connection. */
    void leaves(SqlFacts facts, String sql, Binding @Nullable [] bindings) throws SQLException {
        Setting setting = facts.setting();
        if (Candidacy.binds(facts)) {
            units.pin();
        } else if (setting != null && setting.name().equals(Setting.ALL)) {
            recorded.settings.forgetAll();
            units.current().given.hasSettings(recorded.settings.version());
        } else if (setting != null && !setting.local()) {
            recorded.settings.made(new SettingText(setting.name(), sql, bindings));
            units.current().given.made(setting.name());
        }
    }

    /**
     * What was tried has failed.
     *
     * @param repeatable whether it can be tried again, as far as the statement knows
     * @return whether to try again
     */
    boolean failed(Throwable failure, @Nullable SqlFacts facts, boolean batch, boolean repeatable) throws SQLException {
        boolean replica = units.isOpen() ? units.isOnReplica() : attempt.wasOnReplica();
        if (!(failure instanceof SQLException refused)) {
            over(facts, batch, null);
            return false;
        }
        attempt.failed(refused);
        Failure meaning = SqlFailures.failure(refused, replica, true);
        boolean first = units.isFresh() || !units.isOpen();
        if (!replica) {
            if (repeatable && first && isReadOfLostPrimary(meaning, facts)) {
                retryOnPrimary(meaning);
                return true;
            }
            failedOnPrimary(refused, meaning, facts, batch);
            return false;
        }
        boolean again = repeatable && first && attempt.mayGoOn(refused, meaning, assignment.autoCommit());
        if (!again) {
            lost(meaning);
            over(facts, batch, refused);
            return false;
        }
        return retry(meaning, facts);
    }

    /** A read does no harm when it runs again, and there may be another primary soon. */
    private boolean isReadOfLostPrimary(Failure meaning, @Nullable SqlFacts facts) throws SQLException {
        boolean lost = meaning == Failure.LOST || meaning == Failure.UNAVAILABLE || meaning == Failure.POOL_EXHAUSTED;
        return lost && assignment.isFree(facts) && attempt.mayTryPrimaryAgain();
    }

    private void retryOnPrimary(Failure meaning) {
        lost(meaning);
        router.ended(placement);
        units.givenUp();
        written.rolledBack();
        if (meaning != Failure.POOL_EXHAUSTED) {
            held.giveBackAfterFailure();
        }
        attempt.pauseBeforePrimary();
    }

    private boolean retry(Failure meaning, @Nullable SqlFacts facts) throws SQLException {
        RouteDecision decision = placement.decision();
        if (decision == null) {
            return false;
        }
        lost(meaning);
        if (meaning == Failure.REFUSED && facts != null && assignment.autoCommit()) {
            facts.demote();
        }
        attempt.next(decision.node(), meaning);
        router.abandoned(placement);
        units.givenUp();
        if (meaning != Failure.POOL_EXHAUSTED) {
            held.giveBackAfterFailure();
        }
        return true;
    }

    private void lost(Failure meaning) {
        RouteDecision decision = placement.decision();
        if (decision != null && meaning != Failure.OF_STATEMENT) {
            router.failed(decision.node(), meaning);
        }
        boolean dead = meaning == Failure.LOST || meaning == Failure.CONFLICT_FATAL || meaning == Failure.UNAVAILABLE;
        PhysicalConnection current = held.current();
        if (dead && current != null && decision != null && current.node().equals(decision.node())) {
            current.broken();
        }
    }

    private void failedOnPrimary(SQLException refused, Failure meaning, @Nullable SqlFacts facts, boolean batch)
            throws SQLException {
        PhysicalConnection on = held.current();
        boolean declared = recorded.isReadOnly() || written.isDeclaredReadOnly();
        if (units.isOpen() && on != null && SqlFailures.isDemotion(refused) && !declared && on.isInRecovery(false)) {
            units.givenUp();
            written.rolledBack();
            recorded.settings.rolledBack();
            assignment.demoted(on, refused);
        }
        if (!units.isOpen() && on != null && meaning == Failure.LOST) {
            on.broken();
            held.giveBack(); // it was dead when it came
        }
        over(facts, batch, refused);
    }

    /** A failure that surfaces: a unit in autocommit has ended with it, a transaction has not. */
    private void over(@Nullable SqlFacts facts, boolean batch, @Nullable SQLException failure) throws SQLException {
        PhysicalConnection on = held.current();
        if (!units.isOpen() || on == null) {
            router.ended(placement);
            return;
        }
        if (!units.isOnReplica()) {
            written.failed(facts, batch, failure);
        }
        boolean transaction =
                !assignment.autoCommit() || on.transaction() == TransactionStatus.FAILED || written.isInTransaction();
        if (!transaction && !units.isInBatch()) {
            units.end(true);
        }
    }
}
