package dev.plimsoll.jdbc.logical;

import static dev.plimsoll.jdbc.logical.Routes.decision;
import static dev.plimsoll.jdbc.logical.Routes.execute;
import static dev.plimsoll.jdbc.logical.Routes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.route.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where statements and transactions go, seen from the servers that answer. */
class RoutedReadsTest extends RoutingContract {
    private static final String RECOVERY = "select pg_is_in_recovery() from item limit 1";

    @Test
    void aReadInAutocommitGoesToAReplicaAndAWriteToThePrimary() throws SQLException {
        try (Connection connection = routes.open()) {
            assertThat(text(connection, "select name from item where id = 1")).isEqualTo("one");
            assertThat(decision(connection).replica()).isTrue();
            assertThat(decision(connection).reason()).isEqualTo(Reason.PROVEN_READ);
            execute(connection, "insert into item (name) values ('three')");
            assertThat(decision(connection).replica()).isFalse();
            assertThat(decision(connection).reason()).isEqualTo(Reason.NOT_PROVEN);
        }
    }

    @Test
    @DisplayName("T1: a reader sees its own write, and replicas again once they have it")
    void aReaderSeesItsOwnWrite() throws SQLException {
        try (Connection connection = routes.open()) {
            execute(connection, "insert into item (name) values ('mine')");
            assertThat(text(connection, "select name from item where name = 'mine'"))
                    .isEqualTo("mine");
            assertThat(decision(connection).reason()).isEqualTo(Reason.PINNED_UNRESOLVED);
            routes.sample();
            assertThat(text(connection, "select name from item where name = 'mine'"))
                    .isEqualTo("mine");
            assertThat(decision(connection).replica()).isTrue();
        }
    }

    @Test
    @DisplayName("T4 T13: a transaction that is not declared read-only is on the primary from its first statement")
    void aTransactionIsWhollyOnThePrimary() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            String before = text(connection, "select pg_backend_pid() from item limit 1");
            assertThat(decision(connection).reason()).isEqualTo(Reason.NOT_READ_ONLY);
            execute(connection, "insert into item (name) values ('x')");
            assertThat(text(connection, "select pg_backend_pid() from item limit 1"))
                    .isEqualTo(before);
            assertThat(text(connection, "select name from item where name = 'x'"))
                    .isEqualTo("x");
            connection.commit();
        }
    }

    @Test
    void aTransactionDeclaredReadOnlyIsWhollyOnOneReplica() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            assertThat(text(connection, RECOVERY)).isEqualTo("t");
            String pid = text(connection, "select pg_backend_pid()");
            assertThat(text(connection, "select pg_backend_pid()")).isEqualTo(pid);
            assertThat(decision(connection).reason()).isEqualTo(Reason.DECLARED);
            connection.commit();
        }
    }

    @Test
    @DisplayName("T10 T15: each transaction of one connection is decided on anew")
    void eachTransactionIsDecidedOnAnew() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 2; i++) {
                connection.setReadOnly(true);
                assertThat(text(connection, RECOVERY)).isEqualTo("t");
                connection.commit();
                connection.setReadOnly(false);
                execute(connection, "insert into item (name) values ('x')");
                assertThat(text(connection, RECOVERY)).isEqualTo("f");
                connection.commit();
                routes.sample();
            }
        }
    }

    @Test
    @DisplayName("T8 T50: nothing is taken from a pool before something is executed, and never two where one will do")
    void nothingIsTakenBeforeItIsNeeded() throws SQLException {
        try (Connection first = routes.open()) {
            text(first, "select 1"); // defaults are learnt
        }
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (PreparedStatement statement = connection.prepareStatement("select name from item where id = ?")) {
                statement.setInt(1, 1);
                assertThat(connection.getMetaData().getURL()).startsWith("jdbc:postgresql:");
                assertThat(routes.borrowed()).isZero();
                statement.executeQuery().close();
                assertThat(routes.borrowed()).isEqualTo(1);
            }
            connection.commit();
            connection.setReadOnly(false);
            text(connection, "select 1");
            assertThat(routes.borrowed()).isEqualTo(1);
            connection.rollback();
        }
    }

    @Test
    @DisplayName("T21 T22: a prepared statement is prepared anew wherever its connection goes, with its parameters")
    void aPreparedStatementFollowsItsConnection() throws SQLException {
        try (Connection connection = routes.open();
                PreparedStatement query = connection.prepareStatement(
                        "select name || current_setting('transaction_read_only') from item where id = ?")) {
            query.setInt(1, 2);
            assertThat(only(query)).isEqualTo("twoon");
            assertThat(decision(connection).replica()).isTrue();
            execute(connection, "update item set name = 'changed' where id = 2");
            assertThat(only(query)).isEqualTo("changedoff");
            routes.sample();
            assertThat(only(query)).isEqualTo("changedon");
            query.setInt(1, 1);
            assertThat(only(query)).isEqualTo("oneon");
        }
    }

    private static String only(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void aResultThatIsStillReadKeepsItsConnection() throws SQLException {
        try (Connection connection = routes.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from item order by id")) {
            assertThat(decision(connection).replica()).isTrue();
            rows.next();
            execute(connection, "insert into item (name) values ('x')");
            assertThat(routes.borrowed()).isEqualTo(2);
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("two");
        }
    }
}
