package dev.plimsoll.jdbc.logical;

import dev.plimsoll.postgres.ServerIdentity;
import dev.plimsoll.route.Node;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection of one node's pool while a logical connection has it. For one thread at a time. */
final class PhysicalConnection {
    private final Pools pools;
    private final Node node;
    private final Connection handle;
    private final Driver driver;
    private ServerIdentity identity;
    private final List<AttachedStatement> statements = new ArrayList<>(4);
    private final List<ResultSet> results = new ArrayList<>(0);
    /** What of the recorded state it has. */
    final Given given;

    private boolean broken;

    PhysicalConnection(Pools pools, Node node, Connection handle, Driver driver, ServerIdentity identity) {
        this.pools = pools;
        this.node = node;
        this.handle = handle;
        this.driver = driver;
        this.identity = identity;
        this.given = new Given(handle, !(driver instanceof Driver.OtherDriver));
    }

    Node node() {
        return node;
    }

    Connection handle() {
        return handle;
    }

    long incarnation() {
        return identity.incarnation();
    }

    boolean durable() {
        return identity.durable();
    }

    /** Commits of this session may be acknowledged before they are flushed, also after the pool has given it to somebody else. */
    void notDurable() {
        if (identity.durable()) {
            identity = new ServerIdentity(identity.incarnation(), identity.inRecovery(), false);
            pools.identities().notDurable(driver);
        }
    }

    TransactionStatus transaction() {
        return driver.transaction();
    }

    /**
     * Whether the server is what it should be. What the driver has heard last costs nothing; if that says otherwise the server is asked,
     * for a pooler between may tell of another server.
     */
    boolean isInRecovery(boolean expected) throws SQLException {
        Boolean heard = driver.inRecovery();
        boolean told = heard == null ? identity.inRecovery() : heard;
        if (told != expected) {
            identity = pools.identities().ask(handle, driver);
            return identity.inRecovery();
        }
        return expected;
    }

    void made(AttachedStatement statement) {
        statements.add(statement);
    }

    void closed(AttachedStatement statement) {
        statements.remove(statement);
    }

    /** Rows that belong to no statement of the application's. */
    void opened(ResultSet rows) {
        results.removeIf(PhysicalConnection::isOver);
        results.add(rows);
    }

    /** Whether the application may still read what was executed here. */
    boolean isBeingRead() {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).isBeingRead()) {
                return true;
            }
        }
        results.removeIf(PhysicalConnection::isOver);
        return !results.isEmpty();
    }

    private static boolean isOver(ResultSet rows) {
        try {
            return rows.isClosed();
        } catch (SQLException | RuntimeException | LinkageError e) {
            return true; // whoever reads on will be told
        }
    }

    /** Not to be given back, because it is dead or leads to the wrong server. */
    void broken() {
        broken = true;
    }

    /** Back to its pool, in the state that the pool knows; never throws, for nothing of the application's is lost. */
    void giveBack() {
        detachStatements();
        try {
            end(true);
        } catch (SQLException | RuntimeException e) {
            Eviction.evict(pools.pool(node), handle);
        }
    }

    /** Because the application closes its own: the pool's exception is the application's. */
    void close() throws SQLException {
        end(false);
    }

    private void end(boolean undoAll) throws SQLException {
        broken = broken || isLeftInTransaction() || resetFails(undoAll);
        if (broken) {
            Eviction.evict(pools.pool(node), handle);
            return;
        }
        pools.giveBack(handle);
        handle.close();
    }

    /** A transaction that SQL has begun in autocommit: pools do not know of it. */
    private boolean isLeftInTransaction() throws SQLException {
        TransactionStatus status = transaction();
        return (status == TransactionStatus.OPEN || status == TransactionStatus.FAILED) && handle.getAutoCommit();
    }

    private boolean resetFails(boolean undoAll) {
        try {
            given.reset(undoAll);
            return false;
        } catch (SQLException | RuntimeException e) {
            return true; // then nobody else may have it
        }
    }

    private void detachStatements() {
        for (int i = 0; i < statements.size(); i++) {
            statements.get(i).detached();
        }
        statements.clear();
        results.clear();
    }
}
