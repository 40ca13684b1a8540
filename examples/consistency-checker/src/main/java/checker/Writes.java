package checker;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.PGConnection;

/** The ways to write. A version is never put below another: what was sent and forgotten may still arrive. */
final class Writes {
    private static final String RETURNING =
            "update reg set ver = greatest(ver, ?) where k = ? returning " + Schema.PLACE;
    private static final String UPDATE = "update reg set ver = greatest(ver, ?) where k = ?";
    private static final String FUNCTION = "select " + Schema.PLACE + ", fn_write(?, ?)";

    private Writes() {}

    static void autocommit(Connection connection, Trace trace) throws SQLException {
        trace.committing();
        update(connection, trace);
        trace.acknowledged();
    }

    static void transaction(Connection connection, Trace trace) throws SQLException {
        Transactions.begin(connection, () -> {
            readOwn(connection, trace, 0);
            long version = update(connection, trace);
            readOwn(connection, trace, version);
        });
        commit(connection, trace);
    }

    static void batch(Connection connection, Trace trace) throws SQLException {
        trace.committing();
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            for (int times = 0; times < 3; times++) {
                statement.setLong(1, trace.next());
                statement.setInt(2, trace.key());
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            if (counts.length != 3) {
                trace.odd("a batch of 3 returned " + counts.length + " counts");
            }
        }
        trace.acknowledged();
    }

    /** Looks like a read. */
    static void function(Connection connection, Trace trace) throws SQLException {
        trace.committing();
        try (PreparedStatement statement = connection.prepareStatement(FUNCTION)) {
            statement.setInt(1, trace.key());
            statement.setLong(2, trace.next());
            try (ResultSet rows = statement.executeQuery()) {
                trace.wrote(rows);
            }
        }
        trace.acknowledged();
    }

    static void savepoint(Connection connection, Trace trace) throws SQLException {
        Transactions.begin(connection, () -> {
            update(connection, trace);
            Savepoint savepoint = connection.setSavepoint();
            execute(connection, "insert into churn values (-1, 0)");
            connection.rollback(savepoint);
            readOwn(connection, trace, 0);
        });
        commit(connection, trace);
    }

    /** Past the library's statements, by the driver's own interface. */
    static void copy(Connection connection, Trace trace) throws SQLException {
        trace.committing();
        String row = trace.key() + "\t" + trace.next() + "\n";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy copied from stdin", new StringReader(row));
        } catch (IOException e) {
            throw new SQLException("no input", "58030", e);
        }
        trace.acknowledged();
    }

    /** The session's commits are acknowledged before they are flushed, until it says otherwise. */
    static void asynchronous(Connection connection, Trace trace) throws SQLException {
        execute(connection, "set synchronous_commit = off");
        autocommit(connection, trace);
        execute(connection, "set synchronous_commit = on");
    }

    static void asynchronousOnce(Connection connection, Trace trace) throws SQLException {
        Transactions.begin(connection, () -> {
            execute(connection, "set local synchronous_commit = off");
            update(connection, trace);
        });
        commit(connection, trace);
    }

    static void twoPhase(Connection connection, Trace trace) throws SQLException {
        String name = UUID.randomUUID().toString();
        trace.committing(); // From the first phase on it may be decided by others.
        Transactions.begin(connection, () -> {
            update(connection, trace);
            execute(connection, "prepare transaction '" + name + "'");
        });
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, "commit prepared '" + name + "'");
        trace.acknowledged();
    }

    /** The same connection, first declared to read only. */
    static void afterReadOnly(Connection connection, Trace trace) throws SQLException {
        Reads.transaction(connection, trace);
        transaction(connection, trace);
    }

    static void refusedAtCommit(Connection connection, Trace trace) throws SQLException {
        Transactions.begin(connection, () -> {
            execute(connection, "insert into uniq values (1), (1)");
            update(connection, trace);
        });
        try {
            trace.committing();
            connection.commit();
            trace.odd("a deferred unique constraint did not speak at the commit");
            trace.acknowledged();
        } catch (SQLException e) {
            if (!SqlStates.of(e).equals(SqlStates.UNIQUE)) {
                throw e;
            }
            trace.rolledBack();
            Transactions.rollBack(connection, e);
        }
    }

    /** Asks for rows where there are none: the driver complains when the write is committed already. */
    static void withoutResult(Connection connection, Trace trace) throws SQLException {
        trace.committing();
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setLong(1, trace.next());
            statement.setInt(2, trace.key());
            statement.executeQuery().close();
            trace.odd("an update returned rows");
        } catch (SQLException e) {
            if (!SqlStates.of(e).equals(SqlStates.NO_ROWS)) {
                throw e;
            }
            trace.acknowledged();
        }
    }

    static void rolledBack(Connection connection, Trace trace) throws SQLException {
        Transactions.begin(connection, () -> update(connection, trace));
        connection.rollback();
        trace.rolledBack();
        connection.setAutoCommit(true);
    }

    static void sequence(Connection connection, Trace trace) throws SQLException {
        long next = single(connection, "select nextval('numbers'), " + Schema.PLACE, trace);
        long current = single(connection, "select currval('numbers'), " + Schema.PLACE, trace);
        if (current != next) {
            trace.odd("currval was " + current + " after nextval had been " + next);
        }
        trace.boundary();
    }

    /** Exists on one connection only. */
    static void temporaryTable(Connection connection, Trace trace) throws SQLException {
        execute(connection, "create temporary table basket (n int)");
        execute(connection, "insert into basket values (7)");
        long found = single(connection, "select n, " + Schema.PLACE + " from basket", trace);
        if (found != 7) {
            trace.odd("a temporary table gave " + found);
        }
        execute(connection, "drop table basket");
        trace.boundary();
    }

    private static long update(Connection connection, Trace trace) throws SQLException {
        long version = trace.next();
        try (PreparedStatement statement = connection.prepareStatement(RETURNING)) {
            statement.setLong(1, version);
            statement.setInt(2, trace.key());
            try (ResultSet rows = statement.executeQuery()) {
                trace.wrote(rows);
            }
        }
        return version;
    }

    /** A transaction that writes sees the newest state there is, its own writes too. */
    private static void readOwn(Connection connection, Trace trace, long atLeast) throws SQLException {
        String sql = "select ver, " + Schema.PLACE + " from reg where k = " + trace.key();
        long version = single(connection, sql, trace);
        if (version < atLeast) {
            trace.odd("a transaction read version " + version + " after it had written " + atLeast);
        }
    }

    private static long single(Connection connection, String sql, Trace trace) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            trace.at(rows.getInt(2), rows.getInt(3));
            return rows.getLong(1);
        }
    }

    private static void commit(Connection connection, Trace trace) throws SQLException {
        trace.committing();
        connection.commit();
        trace.acknowledged();
        connection.setAutoCommit(true);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
