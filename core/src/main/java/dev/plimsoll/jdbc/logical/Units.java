package dev.plimsoll.jdbc.logical;

import dev.plimsoll.postgres.SqlFailures;
import dev.plimsoll.route.Failure;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.Placement;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.Verb;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The units of one logical connection, one after the other: a transaction, or a statement in autocommit. The connection that a unit runs
 * on is chosen before its first execution and stays the same until it ends. For one thread at a time, as a connection is.
 */
final class Units {
    private final Pools pools;
    private final Router router;
    private final Recorded recorded;
    private final Candidacy candidacy;
    private final Reader own = Router.newReader();
    private final Placement placement = new Placement();
    private final Held held;
    private final Written written;
    private final Attempt attempt = new Attempt();
    private Reader reader = own;
    private boolean open;
    /** Nothing was executed in the unit with success. */
    private boolean fresh;

    private boolean pinned;
    /** The driver's own connection was handed out: what is done with it, such as a COPY, nobody sees. */
    private boolean handedOut;

    private int batches;

    Units(Pools pools, Recorded recorded) {
        this.pools = pools;
        this.router = pools.router();
        this.recorded = recorded;
        this.candidacy = new Candidacy(pools, recorded);
        this.held = new Held(pools);
        this.written = new Written(pools, placement, own);
    }

    Held held() {
        return held;
    }

    @Nullable
    RouteDecision decision() {
        return placement.decision();
    }

    /** Whether a transaction has begun, or a batch. */
    boolean isOpen() {
        return open;
    }

    /** The connection of the open unit; null if none is open. */
    @Nullable
    PhysicalConnection ofOpenUnit() {
        return open ? held.current() : null;
    }

    // Before an execution.

    /** An execution is about to be tried for the first time. */
    void begin() {
        attempt.begin();
    }

    /**
     * The connection for what is to be executed next.
     *
     * @param facts null if it is no statement
     * @param tied why it cannot be on a replica; null if it can
     */
    PhysicalConnection bound(@Nullable SqlFacts facts, @Nullable Reason tied) throws SQLException {
        PhysicalConnection current = held.current();
        if (open && current != null) {
            if (isOnReplica()) {
                Candidacy.refuseOnReplica(facts);
            }
            return current;
        }
        learn();
        while (true) { // each turn takes a node out, or throws
            RouteDecision decision = decide(facts, tied);
            attempt.on(decision);
            try {
                PhysicalConnection fit = move(decision);
                if (fit != null) {
                    fit.given.bring(recorded);
                    return opened(fit);
                }
            } catch (SQLException | RuntimeException | Error failure) {
                router.ended(placement);
                throw failure;
            }
        }
    }

    /** The connection for a question that executes nothing: in autocommit no unit is open afterwards. */
    PhysicalConnection boundIdle(@Nullable SqlFacts facts, @Nullable Reason tied) throws SQLException {
        begin();
        while (true) {
            try {
                PhysicalConnection on = bound(facts, tied);
                idle();
                return on;
            } catch (SQLException failure) {
                if (!failed(failure, null, false, true)) {
                    throw failure;
                }
            }
        }
    }

    private PhysicalConnection opened(PhysicalConnection fit) {
        open = true;
        fresh = true;
        written.begun(reader, fit);
        return fit;
    }

    /** What connections are like by default, from the first there is. */
    Defaults learn() throws SQLException {
        Defaults known = pools.defaults();
        if (known == null) {
            held.keep(pools.take(primary()));
            known = pools.defaults();
        }
        if (known == null) {
            throw new IllegalStateException("a connection was taken and nothing learnt of it");
        }
        return known;
    }

    private Node primary() throws SQLException {
        Node primary = router.awaitPrimary(Waiting.FOR_A_PRIMARY_NANOS);
        if (primary == null) {
            throw new NoNodeException(Waiting.NO_PRIMARY);
        }
        return primary;
    }

    boolean autoCommit() throws SQLException {
        Boolean set = recorded.autoCommit;
        return set == null ? learn().autoCommit() : set;
    }

    private RouteDecision decide(@Nullable SqlFacts facts, @Nullable Reason tied) throws SQLException {
        reader = router.reader(own);
        Reason forced = attempt.forced();
        Reason primary = forced != null ? forced : pinned ? Reason.SESSION_BOUND : tied;
        if (primary == null) {
            primary = candidacy.whyPrimary(facts, autoCommit());
        }
        if (primary != null) {
            return onPrimary(primary);
        }
        if (held.isPrimaryBeingRead()) {
            return onPrimary(Reason.OPEN_RESULT);
        }
        Reason why = candidacy.whyReplica(facts, autoCommit());
        RouteDecision decision = router.place(placement, why, reader, attempt.excluded());
        if (decision == null && router.awaitPrimary(0) == null) {
            primary();
            decision = router.place(placement, why, reader, attempt.excluded());
        }
        if (decision == null) {
            throw new NoNodeException(Waiting.NO_NODE);
        }
        if (decision.replica() && held.isOtherBeingRead(decision.node())) {
            router.ended(placement);
            return onPrimary(Reason.OPEN_RESULT);
        }
        return decision;
    }

    private RouteDecision onPrimary(Reason reason) throws SQLException {
        RouteDecision decision = router.onPrimary(placement, reader, reason);
        if (decision == null) {
            primary();
            decision = router.onPrimary(placement, reader, reason);
        }
        if (decision == null) {
            throw new NoNodeException(Waiting.NO_PRIMARY);
        }
        return decision;
    }

    /** Takes the connection of the node that was decided on; null if it turned out not to be fit. */
    private @Nullable PhysicalConnection move(RouteDecision decision) throws SQLException {
        PhysicalConnection moved = pinned ? held.current() : held.move(decision);
        if (moved == null) {
            throw new IllegalStateException("a session is bound to no connection");
        }
        boolean inRecovery = moved.isInRecovery(decision.replica() && moved.incarnation() != 0);
        if (!decision.replica()) {
            if (inRecovery) {
                demoted(moved, null);
            }
            return inRecovery ? null : moved;
        }
        if (moved.incarnation() == placement.incarnation() && (inRecovery || moved.incarnation() == 0)) {
            return moved;
        }
        if (!inRecovery) {
            moved.broken();
        }
        moved.node().poll();
        attempt.exclude(moved.node());
        held.giveBack();
        router.ended(placement);
        return null;
    }

    /** The connection leads to a server that takes no writes any more. Returns if there is another primary by now. */
    private void demoted(PhysicalConnection former, @Nullable SQLException cause) throws SQLException {
        former.broken();
        router.ended(placement);
        router.failed(former.node(), Failure.LOST);
        held.giveBack();
        Node primary = router.awaitPrimary(0);
        if (cause != null || primary == null || primary.equals(former.node())) {
            throw new PrimaryDemotedException(former.node().name(), cause);
        }
    }

    // After an execution.

    /** What was tried has succeeded. */
    void executed(@Nullable SqlFacts facts, boolean batch) throws SQLException {
        PhysicalConnection on = current();
        fresh = false;
        attempt.begin();
        if (isOnReplica()) {
            router.succeeded(on.node());
        } else {
            written.executed(facts, batch);
        }
        boolean was = open;
        if (!isTransactionOpen(on, facts) && batches == 0) {
            boolean committed = facts == null || facts.verb() != Verb.ROLLBACK;
            end(committed && was);
        }
    }

    /** The driver knows best, however the text was written. */
    private boolean isTransactionOpen(PhysicalConnection on, @Nullable SqlFacts facts) throws SQLException {
        TransactionStatus status = on.transaction();
        if (status != TransactionStatus.UNKNOWN) {
            return status != TransactionStatus.NONE;
        }
        if (facts == null || facts.verb() == Verb.COMMIT || facts.verb() == Verb.ROLLBACK) {
            return facts == null && !autoCommit();
        }
        return !autoCommit() || facts.verb() == Verb.BEGIN || !fresh && written.isInTransaction();
    }

    /**
     * What was tried has failed.
     *
     * @param repeatable whether it can be tried again, as far as the statement knows
     * @return whether to try again
     */
    boolean failed(Throwable failure, @Nullable SqlFacts facts, boolean batch, boolean repeatable) throws SQLException {
        boolean replica = open ? isOnReplica() : attempt.wasOnReplica();
        if (!(failure instanceof SQLException refused)) {
            over(facts, batch, null);
            return false;
        }
        attempt.failed(refused);
        Failure meaning = SqlFailures.failure(refused, replica, true);
        boolean first = fresh || !open;
        if (!replica) {
            if (repeatable && first && isReadOfLostPrimary(meaning, facts)) {
                retryOnPrimary(meaning);
                return true;
            }
            failedOnPrimary(refused, meaning, facts, batch);
            return false;
        }
        boolean again = repeatable && first && attempt.mayGoOn(refused, meaning, autoCommit());
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
        return lost && !pinned && candidacy.whyPrimary(facts, autoCommit()) == null && attempt.mayTryPrimaryAgain();
    }

    private void retryOnPrimary(Failure meaning) {
        lost(meaning);
        router.ended(placement);
        open = false;
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
        if (meaning == Failure.REFUSED && facts != null && autoCommit()) {
            facts.demote();
        }
        attempt.next(decision.node(), meaning);
        router.ended(placement);
        open = false;
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
        if (open && on != null && SqlFailures.isDemotion(refused) && !declared && on.isInRecovery(false)) {
            open = false;
            written.rolledBack();
            recorded.settings.rolledBack();
            demoted(on, refused);
        }
        if (!open && on != null && meaning == Failure.LOST) {
            on.broken();
            held.giveBack(); // it was dead when it came
        }
        over(facts, batch, refused);
    }

    /** A failure that surfaces: a unit in autocommit has ended with it, a transaction has not. */
    private void over(@Nullable SqlFacts facts, boolean batch, @Nullable SQLException failure) throws SQLException {
        PhysicalConnection on = held.current();
        if (!open || on == null) {
            router.ended(placement);
            return;
        }
        if (!isOnReplica()) {
            written.failed(facts, batch, failure);
        }
        boolean transaction =
                !autoCommit() || on.transaction() == TransactionStatus.FAILED || written.isInTransaction();
        if (!transaction && batches == 0) {
            end(true);
        }
    }

    // The end of a unit.

    /** A unit of which nothing was executed in autocommit, because only its connection was wanted. */
    void idle() throws SQLException {
        PhysicalConnection on = held.current();
        if (open && batches == 0 && on != null && autoCommit() && !isTransactionOpen(on, null)) {
            end(false);
        }
    }

    private void end(boolean committed) {
        open = false;
        if (committed) {
            written.acknowledged(router.reader(own));
            PhysicalConnection on = held.current();
            if (recorded.settings.hasUncommitted() && on != null) {
                recorded.settings.committed();
                on.given.hasSettings(recorded.settings.version());
            }
        } else {
            written.rolledBack();
            recorded.settings.rolledBack();
        }
        router.ended(placement);
    }

    void commit() throws SQLException {
        PhysicalConnection on = current();
        try {
            if (written.isToBeCaptured(on)) {
                written.capture(on);
            } else {
                on.handle().commit();
            }
        } catch (SQLException failure) {
            written.inDoubt(failure);
            ended(on);
            throw failure;
        } catch (RuntimeException | Error failure) {
            written.inDoubt(null);
            ended(on);
            throw failure;
        }
        end(true);
    }

    private void ended(PhysicalConnection on) {
        TransactionStatus status = on.transaction();
        if (status != TransactionStatus.OPEN && status != TransactionStatus.FAILED) {
            end(false);
        }
    }

    void rollback() throws SQLException {
        PhysicalConnection on = current();
        try {
            on.handle().rollback();
        } finally {
            end(false);
        }
    }

    /** Turning autocommit on commits what is open. */
    void autoCommit(boolean on) throws SQLException {
        PhysicalConnection current = current();
        try {
            current.handle().setAutoCommit(on);
        } catch (SQLException failure) {
            written.inDoubt(failure);
            throw failure;
        }
        recorded.autoCommit = on;
        if (on) {
            end(true);
        }
    }

    // What ties the session to its connection.

    /** A connection of the primary that everything runs on from now on. */
    PhysicalConnection pinned() throws SQLException {
        handedOut = true;
        if (!pinned) {
            PhysicalConnection on = boundIdle(null, Reason.SESSION_BOUND);
            pin();
            return on;
        }
        return current();
    }

    /** Whether the connection is used as one of the primary. */
    boolean isPrimary(PhysicalConnection connection) {
        return held.isPrimary(connection);
    }

    /** From now on everything runs on this connection. */
    void pin() {
        pinned = true;
        PhysicalConnection current = held.current();
        if (current != null) {
            current.notDurable();
        }
    }

    void batchBegun() {
        batches++;
    }

    void batchEnded() {
        batches--;
    }

    /** A batch that was begun will not be executed. */
    void batchDropped() throws SQLException {
        batches--;
        idle();
    }

    Written written() {
        return written;
    }

    boolean isOnReplica() {
        RouteDecision decision = placement.decision();
        return placement.isOpen() && decision != null && decision.replica();
    }

    PhysicalConnection current() {
        PhysicalConnection current = held.current();
        if (current == null) {
            throw new IllegalStateException("no connection is bound");
        }
        return current;
    }

    /** The application closes its connection. What is open the pool rolls back, or not: drivers differ. */
    void close() throws SQLException {
        boolean was = open;
        open = false;
        try {
            held.close();
        } finally {
            if (was) {
                written.acknowledged(router.reader(own));
            }
            if (handedOut) {
                router.wrote(router.reader(own), false);
            }
            router.ended(placement);
        }
    }

    void aborted() {
        open = false;
        router.ended(placement);
    }
}
