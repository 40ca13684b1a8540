package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an application may rely on, whichever way its connections came to be watched. */
abstract class ConnectionContract extends IdentityContract {

    @Test
    @DisplayName("S1: what JDBC 4.2 added works as without a wrapper")
    void largeCountsAndSqlTypes() throws SQLException {
        try (Connection connection = open();
                PreparedStatement update = connection.prepareStatement("update item set quantity = ? where id > ?")) {
            update.setLong(1, 7);
            update.setInt(2, 0);
            assertThat(update.executeLargeUpdate()).isEqualTo(3);
            assertThat(update.getLargeUpdateCount()).isEqualTo(3);
            update.addBatch();
            assertThat(update.executeLargeBatch()).containsExactly(3);
        }
        assertSame(connection -> connection.createStatement().setLargeMaxRows(5));
        assertSame(connection -> connection.prepareStatement("select ?").setObject(1, 7L, JDBCType.BIGINT));
        assertSame(connection -> connection.prepareStatement("select ?").setObject(1, 7L, JDBCType.BIGINT, 0));
    }

    @Test
    @DisplayName("S2: quoting is the driver's")
    void quotingIsTheDriversOwn() throws SQLException {
        try (Connection connection = open();
                Connection unwatched = openUnwatched();
                Statement statement = connection.createStatement();
                Statement other = unwatched.createStatement()) {
            assertThat(statement.enquoteLiteral("a'b")).isEqualTo(other.enquoteLiteral("a'b"));
            assertThat(statement.enquoteIdentifier("A b", true)).isEqualTo(other.enquoteIdentifier("A b", true));
            assertThat(statement.isSimpleIdentifier("a1")).isEqualTo(other.isSimpleIdentifier("a1"));
        }
    }

    @Test
    @DisplayName("S7: nothing is serializable that was not")
    void isNotSerializable() throws SQLException {
        try (Connection connection = open();
                Connection unwatched = openUnwatched()) {
            assertThat(connection instanceof Serializable).isEqualTo(unwatched instanceof Serializable);
        }
    }

    @Test
    @DisplayName("E1 E2 C4 X7 Q1: what the driver refuses is refused in its own words")
    void refusesWhatTheDriverRefuses() throws SQLException {
        assertSame(connection -> connection.prepareStatement(null));
        assertSame(connection -> connection.createStatement().executeQuery(null));
        assertSame(connection -> connection.prepareStatement("select 1").executeQuery("select 2"));
        assertSame(connection -> connection.prepareStatement("select 1").addBatch("select 2"));
        assertSame(connection -> connection.createStatement().executeQuery("select * from nowhere"));
        assertSame(connection -> connection.createStatement().executeQuery("select 'unterminated"));
        assertSame(connection -> connection.createStatement().executeUpdate("insert into item (id) values (1)"));
        assertSame(connection ->
                connection.createStatement().executeQuery("select 1").getString("nothing"));
        assertSame(connection ->
                connection.createStatement().executeQuery("select 1").getString(1));
        assertSame(connection ->
                connection.prepareStatement("select * from item where id = ?").executeQuery());
        assertSame(ConnectionContract::changeReadOnlyInATransaction);
        assertSame(ConnectionContract::failInABatch);
        assertSame(Connection::commit);
        assertSame(connection -> connection.unwrap(null));
    }

    @Test
    @DisplayName("C4: what is used after it was closed is refused by the driver, in its own words")
    void refusesWhatIsClosed() throws SQLException {
        assertSame(connection -> {
            connection.close();
            connection.createStatement();
        });
        assertSame(connection -> {
            connection.close();
            connection.prepareStatement("select 1");
        });
        assertSame(connection -> {
            connection.close();
            connection.commit();
        });
        assertSame(connection -> {
            connection.close();
            connection.getMetaData();
        });
        assertSame(connection -> {
            Statement statement = connection.createStatement();
            statement.close();
            statement.getConnection();
        });
        assertSame(connection -> {
            Statement statement = connection.createStatement();
            connection.close();
            statement.executeQuery("select 1");
        });
        assertSame(connection -> {
            ResultSet rows = connection.createStatement().executeQuery("select 1");
            rows.close();
            rows.next();
        });
        assertSame(connection -> {
            ResultSet rows = connection.createStatement().executeQuery("select 1");
            rows.close();
            rows.getStatement();
        });
    }

    private static void changeReadOnlyInATransaction(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement().executeUpdate("update item set quantity = 1");
        try {
            connection.setReadOnly(true);
        } finally {
            connection.rollback();
        }
    }

    private static void failInABatch(Connection connection) throws SQLException {
        PreparedStatement insert = connection.prepareStatement("insert into item (id) values (?)");
        for (int id : new int[] {100, 101, 100}) {
            insert.setInt(1, id);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    /** Something done with a connection. */
    @FunctionalInterface
    interface Use {
        void use(Connection connection) throws SQLException;
    }

    /** Whether done with a watched connection or another, it fails in the same way, or not at all. */
    private void assertSame(Use use) throws SQLException {
        List<String> outcomes = new ArrayList<>();
        for (Connection connection : List.of(openUnwatched(), open())) {
            Throwable thrown = catchThrowable(() -> use.use(connection));
            outcomes.add(describe(thrown));
            connection.close();
            prepareTables();
        }
        assertThat(outcomes.get(1)).isEqualTo(outcomes.get(0));
    }

    private static String describe(Throwable thrown) {
        if (!(thrown instanceof SQLException failure)) {
            return String.valueOf(thrown);
        }
        return failure.getClass()
                + failure.getSQLState()
                + failure.getErrorCode()
                + (failure.getNextException() == null ? "" : describe(failure.getNextException()));
    }

    @Test
    @DisplayName("E5: a stream arrives whole")
    void streamsArriveWhole() throws SQLException {
        database()
                .execute(
                        "drop table if exists file",
                        "create table file (bytes " + (database().isPostgres() ? "bytea" : "varbinary(1000)") + ")");
        try (Connection connection = open();
                PreparedStatement insert = connection.prepareStatement("insert into file values (?)")) {
            insert.setBinaryStream(1, new ByteArrayInputStream(new byte[500]));
            insert.executeUpdate();
        }
        assertThat(database().number("select octet_length(bytes) from file")).isEqualTo(500);
    }

    @Test
    @DisplayName("E13: a statement closes with its last result if it is asked to")
    void closesOnCompletion() throws SQLException {
        try (Connection connection = open()) {
            Statement statement = connection.createStatement();
            statement.closeOnCompletion();
            statement.executeQuery("select * from item").close();
            assertThat(statement.isClosed()).isTrue();
        }
    }

    @Test
    @DisplayName("E10: rows can be changed through results, and scrolled through")
    void updatableResults() throws SQLException {
        try (Connection connection = open();
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                ResultSet rows = statement.executeQuery("select id, name, quantity from item order by id")) {
            assertThat(rows.last()).isTrue();
            assertThat(rows.getRow()).isEqualTo(3);
            assertThat(rows.absolute(2)).isTrue();
            rows.updateLong("quantity", 42);
            rows.updateRow();
            rows.previous();
            rows.deleteRow();
        }
        assertThat(database().number("select quantity from item where name = 'two'"))
                .isEqualTo(42);
        assertThat(database().number("select count(*) from item")).isEqualTo(2);
    }

    @Test
    @DisplayName("X1 X2 X3: transactions are the application's")
    void transactionsAreTheApplications() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("delete from item where quantity = 1");
            var savepoint = connection.setSavepoint();
            statement.executeUpdate("delete from item");
            connection.rollback(savepoint);
            connection.commit();
            statement.executeUpdate("delete from item");
            connection.rollback();
            assertThat(connection.getAutoCommit()).isFalse();
            statement.executeUpdate("delete from item where quantity = 2");
            connection.setAutoCommit(true);
        }
        assertThat(database().number("select count(*) from item")).isEqualTo(1);
    }

    @Test
    @DisplayName("C1 C3: closing twice is harmless, and isClosed says so")
    void closingTwiceIsHarmless() throws SQLException {
        Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from item");
        for (AutoCloseable closeable : List.of(rows, statement, connection, rows, statement, connection)) {
            assertThatCode(closeable::close).doesNotThrowAnyException();
        }
        assertThat(connection.isClosed()).isTrue();
        assertThat(statement.isClosed()).isTrue();
        assertThat(rows.isClosed()).isTrue();
    }

    @Test
    @DisplayName("C7: what is left of a connection that was closed does nothing to its successor")
    void aClosedConnectionIsNotItsSuccessor() throws SQLException {
        Connection first = open();
        Statement left = first.createStatement();
        first.close();
        try (Connection second = open();
                Statement statement = second.createStatement();
                ResultSet rows = statement.executeQuery("select * from item")) {
            assertThat(second).isNotSameAs(first);
            first.close();
            left.close();
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void batchesAndGeneratedKeysWorkAsEver() throws SQLException {
        try (Connection connection = open();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into item (name, quantity) values (?, ?)", Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < 3; i++) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setNull(2, Types.BIGINT);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).containsExactly(1, 1, 1);
            ResultSet keys = insert.getGeneratedKeys();
            List<Integer> ids = new ArrayList<>();
            while (keys.next()) {
                ids.add(keys.getInt(1));
            }
            assertThat(ids).hasSize(3).allMatch(Objects::nonNull);
        }
    }

    @Test
    @DisplayName("D10: the database's URL stays the real one")
    void theUrlStaysTheRealOne() throws SQLException {
        try (Connection connection = open();
                Connection unwatched = openUnwatched()) {
            assertThat(connection.getMetaData().getURL())
                    .isEqualTo(unwatched.getMetaData().getURL());
        }
    }
}
