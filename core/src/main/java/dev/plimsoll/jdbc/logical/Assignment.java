package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Failure;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.Placement;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.SqlFacts;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Which connection a unit is to run on: that of the node which the router decides on, as long as its server is what it should be. */
final class Assignment {
    private final Pools pools;
    private final Router router;
    private final Recorded recorded;
    private final Candidacy candidacy;
    private final Placement placement;
    private final Reader own;
    private final Held held;
    private final Attempt attempt;
    private Reader reader;
    private boolean pinned;

    Assignment(Pools pools, Recorded recorded, Placement placement, Reader own, Held held, Attempt attempt) {
        this.pools = pools;
        this.router = pools.router();
        this.recorded = recorded;
        this.candidacy = new Candidacy(pools, recorded);
        this.placement = placement;
        this.own = own;
        this.held = held;
        this.attempt = attempt;
        this.reader = own;
    }

    /** Whose reads and writes those of the unit are. */
    Reader reader() {
        return reader;
    }

    boolean isPinned() {
        return pinned;
    }

    /** From now on everything runs on this connection. */
    void pin() {
        pinned = true;
        PhysicalConnection current = held.current();
        if (current != null) {
            current.notDurable();
        }
    }

    /** The connection for a unit that begins, with the recorded state brought to it. */
    PhysicalConnection fit(@Nullable SqlFacts facts, @Nullable Reason tied) throws SQLException {
        learn();
        while (true) { // each turn takes a node out, or throws
            RouteDecision decision = decide(facts, tied);
            attempt.on(decision);
            try {
                PhysicalConnection fit = move(decision);
                if (fit != null) {
                    fit.given.bring(recorded);
                    return fit;
                }
            } catch (SQLException | RuntimeException | Error failure) {
                router.abandoned(placement);
                throw failure;
            }
        }
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

    /** Whether nothing ties what is executed to the primary. */
    boolean isFree(@Nullable SqlFacts facts) throws SQLException {
        return !pinned && candidacy.whyPrimary(facts, autoCommit()) == null;
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
            router.abandoned(placement);
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
        router.abandoned(placement);
        return null;
    }

    /** The connection leads to a server that takes no writes any more. Returns if there is another primary by now. */
    void demoted(PhysicalConnection former, @Nullable SQLException cause) throws SQLException {
        former.broken();
        router.ended(placement);
        router.failed(former.node(), Failure.LOST);
        held.giveBack();
        Node primary = router.awaitPrimary(0);
        if (cause != null || primary == null || primary.equals(former.node())) {
            throw new PrimaryDemotedException(former.node().name(), cause);
        }
    }
}
