package checker;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The ways to read. */
final class Reads {
    private static final String ONE = "select k, ver, " + Schema.PLACE + " from reg where k = ?";
    private static final String SEVERAL = "select k, ver, " + Schema.PLACE + " from reg where k in (?, ?, ?)";

    private Reads() {}

    static void own(Connection connection, Trace trace) throws SQLException {
        one(connection, trace, trace.key());
        trace.boundary();
    }

    static void foreign(Connection connection, Trace trace) throws SQLException {
        one(connection, trace, trace.foreignKey());
        trace.boundary();
    }

    static void one(Connection connection, Trace trace, int key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setInt(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                trace.read(rows);
            }
        }
    }

    static void several(Connection connection, Trace trace) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEVERAL)) {
            statement.setInt(1, trace.key());
            statement.setInt(2, trace.foreignKey());
            statement.setInt(3, trace.foreignKey());
            try (ResultSet rows = statement.executeQuery()) {
                trace.read(rows);
            }
        }
        trace.boundary();
    }

    /** One statement, executed again while the connection under it may change. */
    static void prepared(Connection connection, Trace trace) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            for (int times = 0; times < 4; times++) {
                statement.setInt(1, times % 2 == 0 ? trace.key() : trace.foreignKey());
                try (ResultSet rows = statement.executeQuery()) {
                    trace.read(rows);
                }
                trace.boundary();
            }
        }
    }

    static void transaction(Connection connection, Trace trace) throws SQLException {
        readOnly(connection, Connection.TRANSACTION_READ_COMMITTED, () -> {
            one(connection, trace, trace.key());
            boolean diverted = trace.diversions().enter(connection);
            try {
                one(connection, trace, trace.foreignKey());
            } finally {
                if (diverted) {
                    trace.diversions().leave();
                }
            }
        });
        trace.boundary();
    }

    /** What is read twice in one snapshot is the same. */
    static void snapshot(Connection connection, Trace trace) throws SQLException {
        int key = trace.foreignKey();
        readOnly(connection, Connection.TRANSACTION_REPEATABLE_READ, () -> {
            one(connection, trace, trace.key());
            long first = version(connection, key);
            trace.delivered();
            long second = version(connection, key);
            if (first != second) {
                trace.odd("a snapshot showed version " + first + " and then " + second + " of key " + key);
            }
        });
        trace.boundary();
    }

    /** Rows come in several fetches: none is to come twice, none to be left out. */
    static void cursor(Connection connection, Trace trace) throws SQLException {
        readOnly(connection, Connection.TRANSACTION_READ_COMMITTED, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(Schema.SERIES / 8);
                try (ResultSet rows =
                        statement.executeQuery("select n, " + Schema.BACKEND + " from series order by n")) {
                    inOrder(rows, trace);
                }
            }
        });
        trace.boundary();
    }

    private static void inOrder(ResultSet rows, Trace trace) throws SQLException {
        int expected = 1;
        while (rows.next()) {
            trace.delivered();
            if (rows.getInt(1) != expected) {
                trace.odd("row " + rows.getInt(1) + " came where row " + expected + " was due");
                return;
            }
            expected++;
            if (expected % (Schema.SERIES / 4) == 0) {
                Pause.millis(20); // Time for something to befall the node.
            }
        }
        if (expected != Schema.SERIES + 1) {
            trace.odd("the rows ended before row " + expected);
        }
    }

    /** Rows that are vacuumed away on the primary meanwhile: replay waits for a while, then cancels the statement, or ends the session. */
    static void lasting(Connection connection, Trace trace) throws SQLException {
        readOnly(connection, Connection.TRANSACTION_REPEATABLE_READ, () -> {
            try (Statement statement = connection.createStatement()) {
                count(statement, "select " + Schema.PLACE + ", count(*), pg_sleep(0.2) from churn", trace);
                Pause.millis(trace.random().nextInt(150));
                count(statement, "select " + Schema.PLACE + ", count(*) from churn", trace);
            }
        });
        trace.boundary();
    }

    private static void count(Statement statement, String sql, Trace trace) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            trace.delivered();
            trace.at(rows.getInt(1), rows.getInt(2));
        }
    }

    /** A column that was added on the primary a moment ago. */
    static void newColumn(Connection connection, Trace trace) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select " + Schema.newestColumn() + ", " + Schema.PLACE + " from wide")) {
            while (rows.next()) {
                trace.at(rows.getInt(2), rows.getInt(3));
            }
        }
        trace.boundary();
    }

    /** A standby has no such table, and says so. */
    static void unlogged(Connection connection, Trace trace) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*), " + Schema.PLACE + " from scratch")) {
            while (rows.next()) {
                trace.at(rows.getInt(2), rows.getInt(3));
            }
        }
        trace.boundary();
    }

    private static long version(Connection connection, int key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select ver from reg where k = ?")) {
            statement.setInt(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Runs {@code block} in a transaction that is declared to read only; leaves the connection as it was. */
    static void readOnly(Connection connection, int isolation, Transactions.Block block) throws SQLException {
        connection.setReadOnly(true);
        int before = connection.getTransactionIsolation();
        connection.setTransactionIsolation(isolation);
        Transactions.run(connection, block);
        connection.setTransactionIsolation(before);
        connection.setReadOnly(false);
    }
}
