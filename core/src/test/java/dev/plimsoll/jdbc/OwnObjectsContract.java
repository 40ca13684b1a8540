package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plimsoll.testing.Database;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What else holds of the objects that are handed out where nobody wraps them again. A pool above does, and keeps less of it.
 */
interface OwnObjectsContract {
    /** Made for the test alone. */
    Database database();

    /** A watched connection. */
    Connection open() throws SQLException;

    @Test
    @DisplayName("T2: rows of arrays and of metadata lead back to the watched connection")
    default void otherRowsLeadBackToTheConnection() throws SQLException {
        try (Connection connection = open()) {
            assertLeadsBack(connection.getMetaData().getTables(null, null, null, null), connection);
            assertLeadsBack(connection.getMetaData().getTypeInfo(), connection);
            Array array = connection.createArrayOf("integer", new Object[] {1, 2});
            assertLeadsBack(array.getResultSet(), connection);
            array.free();
        }
    }

    @Test
    @DisplayName("T2 T6: an array that was read or made can be given back to the driver")
    default void arraysGoThereAndBack() throws SQLException {
        database().execute("drop table if exists list", "create table list (numbers integer array)");
        try (Connection connection = open();
                PreparedStatement insert = connection.prepareStatement("insert into list values (?)");
                PreparedStatement query = connection.prepareStatement("select numbers from list")) {
            insert.setArray(1, connection.createArrayOf("integer", new Object[] {1, 2}));
            insert.executeUpdate();
            ResultSet rows = query.executeQuery();
            assertThat(rows.next()).isTrue();
            Array read = rows.getArray("numbers");
            assertThat((Object[]) read.getArray()).containsExactly(1, 2);
            assertLeadsBack(((Array) rows.getObject(1)).getResultSet(), connection);
            insert.setObject(1, read);
            insert.executeUpdate();
        }
        assertThat(database().number("select count(*) from list where numbers[2] = 2"))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("T4: the same result is the same object, however often it is asked for")
    default void theSameResultIsTheSameObject() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("select * from item");
            ResultSet first = statement.getResultSet();
            assertThat(statement.getResultSet()).isSameAs(first);
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(statement.getResultSet()).isNull();
            assertThat(statement.executeQuery("select * from item")).isSameAs(statement.getResultSet());
        }
    }

    @Test
    @DisplayName("U1 U2 U3: a wrapper is one for whatever it unwraps to, and never unwraps to itself")
    default void unwrapsToTheDriver() throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = connection.prepareStatement("select * from item");
                ResultSet rows = statement.executeQuery()) {
            assertUnwraps(connection, Connection.class);
            assertUnwraps(statement, Statement.class);
            assertUnwraps(statement, PreparedStatement.class);
            assertUnwraps(rows, ResultSet.class);
            assertUnwraps(connection.getMetaData(), DatabaseMetaData.class);
            for (Class<?> type : List.of(Runnable.class, String.class, CallableStatement.class)) {
                assertThat(connection.isWrapperFor(type)).isFalse();
                assertThat(catchThrowable(() -> connection.unwrap(type))).isInstanceOf(SQLException.class);
            }
        }
    }

    private static void assertUnwraps(java.sql.Wrapper wrapper, Class<?> type) throws SQLException {
        assertThat(wrapper.isWrapperFor(type)).isTrue();
        Object unwrapped = wrapper.unwrap(type);
        assertThat(unwrapped).isInstanceOf(type).isNotSameAs(wrapper);
        assertThat(unwrapped).isNotInstanceOf(Watched.class);
        assertThat(wrapper.isWrapperFor(unwrapped.getClass())).isTrue();
    }

    private static void assertLeadsBack(ResultSet rows, Connection connection) throws SQLException {
        try (rows) {
            Statement statement = rows.getStatement();
            if (statement != null) {
                assertThat(statement.getConnection()).isSameAs(connection);
            }
            assertThat(rows.isWrapperFor(ResultSet.class)).isTrue();
        }
    }
}
