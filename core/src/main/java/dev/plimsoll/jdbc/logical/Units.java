package dev.plimsoll.jdbc.logical;

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
    private final Router router;
    private final Recorded recorded;
    private final Reader own = Router.newReader();
    private final Held held;
    final Placement placement = new Placement();
    final Attempt attempt = new Attempt();
    final Written written;
    final Assignment assignment;
    private boolean open;
    /** Nothing was executed in the unit with success. */
    private boolean fresh;

    /** The driver's own connection was handed out: what is done with it, such as a COPY, nobody sees. */
    private boolean handedOut;

    private int batches;

    Units(Pools pools, Recorded recorded) {
        this.router = pools.router();
        this.recorded = recorded;
        this.held = new Held(pools);
        this.written = new Written(pools, placement, own);
        this.assignment = new Assignment(pools, recorded, placement, own, held, attempt);
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

    /** Whether nothing was executed in the open unit with success. */
    boolean isFresh() {
        return fresh;
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

    /** What connections are like by default, from the first there is. */
    Defaults learn() throws SQLException {
        return assignment.learn();
    }

    boolean autoCommit() throws SQLException {
        return assignment.autoCommit();
    }

    // Before an execution.

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
        return opened(assignment.fit(facts, tied));
    }

    private PhysicalConnection opened(PhysicalConnection fit) {
        open = true;
        fresh = true;
        written.begun(assignment.reader(), fit);
        return fit;
    }

    /** Something was executed in the unit with success. */
    void succeeded() {
        fresh = false;
    }

    // The end of a unit.

    /** The driver knows best, however the text was written. */
    boolean isTransactionOpen(PhysicalConnection on, @Nullable SqlFacts facts) throws SQLException {
        TransactionStatus status = on.transaction();
        if (status != TransactionStatus.UNKNOWN) {
            return status != TransactionStatus.NONE;
        }
        if (facts == null || facts.verb() == Verb.COMMIT || facts.verb() == Verb.ROLLBACK) {
            return facts == null && !autoCommit();
        }
        return !autoCommit() || facts.verb() == Verb.BEGIN || !fresh && written.isInTransaction();
    }

    /** A unit of which nothing was executed in autocommit, because only its connection was wanted. */
    void idle() throws SQLException {
        PhysicalConnection on = held.current();
        if (open && batches == 0 && on != null && autoCommit() && !isTransactionOpen(on, null)) {
            end(false);
        }
    }

    /** The unit will begin anew elsewhere, or not at all. */
    void givenUp() {
        open = false;
    }

    void end(boolean committed) {
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

    // What ties the session, or a unit, to its connection.

    /** Whether the connection is used as one of the primary. */
    boolean isPrimary(PhysicalConnection connection) {
        return held.isPrimary(connection);
    }

    /** From now on everything runs on this connection. */
    void pin() {
        assignment.pin();
    }

    void handedOut() {
        handedOut = true;
    }

    boolean isInBatch() {
        return batches != 0;
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
