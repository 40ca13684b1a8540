package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.testing.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL can do. */
abstract class PostgresConnectionContract extends ConnectionContract {
    private Database database;

    @BeforeAll
    void createDatabase() throws SQLException {
        database = Database.postgres();
    }

    @AfterAll
    void closeDatabase() throws SQLException {
        database.close();
    }

    @Override
    public Database database() {
        return database;
    }

    @Test
    @DisplayName("T4 E7: several results of one text")
    void severalResults() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("select 1; select 2")).isTrue();
            ResultSet first = statement.getResultSet();
            assertThat(statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)).isTrue();
            ResultSet second = statement.getResultSet();
            assertThat(second).isNotSameAs(first);
            assertThat(first.next()).isTrue();
            assertThat(second.next()).isTrue();
            assertThat(first.getInt(1) + second.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("E12 L2: a statement can be cancelled by another thread while it is executed")
    void cancelsFromAnotherThread() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            CompletableFuture<Void> execution = CompletableFuture.runAsync(() -> sleepLong(statement));
            await().until(() ->
                    database.number("select count(*) from pg_stat_activity where query like 'select pg_sleep(600)%'")
                            == 1);
            statement.cancel();
            assertThatThrownBy(execution::join)
                    .isInstanceOf(CompletionException.class)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
        }
    }

    private static void sleepLong(Statement statement) {
        try {
            statement.execute("select pg_sleep(600)");
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    @DisplayName("C3 Q1: a connection that the server has ended is seen as such")
    void noticesThatTheServerHasEndedIt() throws SQLException {
        Connection connection = open();
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("select pg_backend_pid()");
            rows.next();
            database.number("select pg_terminate_backend(" + rows.getInt(1) + ")::int");
            await().atMost(Duration.ofSeconds(10)).until(() -> !connection.isValid(1));
            assertThatThrownBy(() -> statement.executeQuery("select 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
            assertThat(connection.isClosed()).isTrue();
        }
        connection.close();
    }

    @Test
    @DisplayName("E11: rows that a writing statement returns are rows")
    void writesThatReturnRows() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("insert into item (name) values ('x') returning id")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isPositive();
        }
    }
}
