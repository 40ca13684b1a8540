package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.jdbc.RecordingDriver.Call;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.OpenResults;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is recorded of executions and their results, over a driver that answers whatever a test needs. */
class RecordedExecutionsTest {
    private final RecordingDriver driver = new RecordingDriver();
    private final Recording recording = new Recording();
    private final Connection connection = recording.interception.wrap(driver.connection());

    @AfterEach
    void closeRecording() {
        recording.close();
    }

    @Test
    @DisplayName("E8: nothing that a driver may clear or consume is asked for")
    void doesNotConsumeWhatBelongsToTheApplication() throws Exception {
        try (PreparedStatement statement = connection.prepareStatement("select a from t where b = ?")) {
            statement.setLong(1, 1);
            statement.execute();
            statement.executeUpdate();
            ResultSet rows = statement.executeQuery();
            for (int i = 0; i < 3; i++) {
                rows.next();
                rows.getLong(1);
                rows.getLong("a");
            }
            statement.executeBatch();
        }
        Set<String> consuming = Set.of(
                "getUpdateCount",
                "getLargeUpdateCount",
                "getGeneratedKeys",
                "getWarnings",
                "getMoreResults",
                "getResultSet",
                "wasNull",
                "clearWarnings");
        assertThat(driver.calls()).extracting(Call::name).doesNotContainAnyElementsOf(consuming);
    }

    @Test
    @DisplayName("E9: rows are counted; the time between them is not the driver's")
    void fetchingIsNotExecuting() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            ResultSet rows = connection.createStatement().executeQuery("select a from t");
            for (int i = 0; i < 5; i++) {
                rows.next();
                recording.clock.addAndGet(1_000);
            }
            rows.close();
        });
        assertThat(observed.elapsedNanos()).isZero();
        assertThat(observed.rows()).isEqualTo(5);
    }

    @Test
    @DisplayName("E7: rows count when the result of execute() is walked, for kept results too")
    void countsTheRowsOfSeveralResults() throws Exception {
        driver.answering("getMoreResults", true);
        ObservedStatement observed = recording.statement(() -> {
            Statement statement = connection.createStatement();
            statement.execute("select a from t");
            ResultSet first = statement.getResultSet();
            first.next();
            first.next();
            statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
            first.next();
            driver.answering("getResultSet", driver.object(ResultSet.class));
            ResultSet second = statement.getResultSet();
            assertThat(second).isNotSameAs(first);
            second.next();
            statement.close();
        });
        assertThat(observed.rows()).isEqualTo(4);
        assertThat(observed.maxRows()).isEqualTo(3);
    }

    @Test
    @DisplayName("E14: closing the statement ends its results")
    void closingTheStatementEndsItsResults() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            Statement statement = connection.createStatement();
            statement.executeQuery("select a from t").next();
            statement.close();
        });
        assertThat(observed.rows()).isEqualTo(1);
    }

    @Test
    @DisplayName("E14: closing the connection ends the results of all its statements")
    void closingTheConnectionEndsItsResults() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            for (int i = 0; i < 3; i++) {
                connection.createStatement().executeQuery("select a from t").next();
            }
            connection.close();
        });
        assertThat(observed.rows()).isEqualTo(3);
    }

    @Test
    void rowsOfOneResultCountOnce() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("select a from t");
            rows.next();
            rows.close();
            rows.close();
            statement.close();
            connection.close();
        });
        assertThat(observed.rows()).isEqualTo(1);
    }

    @Test
    @DisplayName("E13: a statement that closes with its last result is let go of, and says itself whether it is closed")
    void closesOnCompletion() throws Exception {
        Statement statement = connection.createStatement();
        statement.closeOnCompletion();
        ResultSet rows = statement.executeQuery("select a from t");
        rows.close();
        assertThat(statement.isClosed()).isFalse();
        driver.answering("isClosed", true);
        assertThat(statement.isClosed()).isTrue();
    }

    @Test
    @DisplayName("E1: a text given to a prepared statement is neither refused nor mistaken for the prepared one")
    void textOnAPreparedStatement() throws Exception {
        PreparedStatement prepared = connection.prepareStatement("select a from t where b = ?");
        ObservedUnit unit = recording.unit(() -> {
            prepared.setLong(1, 1);
            prepared.executeQuery();
            prepared.executeUpdate("delete from u");
            prepared.executeQuery();
        });
        assertThat(unit.statements()).extracting(ObservedStatement::executions).containsExactly(2L, 1L);
    }

    @Test
    void plainStatementsAreToldApartByWhatTheySay() throws Exception {
        ObservedUnit unit = recording.unit(() -> {
            Statement statement = connection.createStatement();
            statement.executeQuery("select a from t where b = 1");
            statement.executeQuery("select a from t where b = 2");
            statement.executeUpdate("delete from u");
        });
        assertThat(unit.statements()).extracting(ObservedStatement::executions).containsExactly(2L, 1L);
        assertThat(unit.statements().get(0).values().distinct()).isEqualTo(2);
    }

    @Test
    @DisplayName("E10: rows changed through a result are writes to its table")
    void changesThroughAResultAreWrites() throws Exception {
        ObservedUnit unit = recording.unit(() -> {
            ResultSet rows = connection.createStatement().executeQuery("select a from t");
            rows.next();
            rows.updateRow();
            rows.insertRow();
            rows.deleteRow();
        });
        assertThat(unit.statements())
                .extracting(observed -> observed.facts().writes())
                .containsExactly(false, true, true, true);
        assertThat(unit.statements())
                .extracting(observed -> observed.facts().tables())
                .containsOnly(List.of("t"));
    }

    @Test
    void failuresAreCountedAndNotTimed() throws Exception {
        SQLException refused = new SQLException();
        driver.failingAt(refused, method -> method.getName().equals("executeUpdate"));
        ObservedStatement observed = recording.statement(
                () -> assertThatThrownBy(() -> connection.createStatement().executeUpdate("delete from t"))
                        .isSameAs(refused));
        assertThat(observed.failures()).isEqualTo(1);
        assertThat(observed.executions()).isZero();
    }

    @Test
    void rowsOfLaterResultsAreNoSamplesButThoseOfTheNextExecutionAre() throws Exception {
        driver.answering("getMoreResults", true);
        ObservedUnit unit = recording.unit(() -> {
            Statement statement = connection.createStatement();
            for (int i = 1; i <= 2; i++) {
                driver.answering("getLong", 10L * i);
                statement.execute("select a from t");
                readOne(statement.getResultSet());
                statement.getMoreResults();
                driver.answering("getLong", 10L * i + 1);
                readOne(statement.getResultSet());
            }
            statement.close();
        });
        assertThat(unit.statements().get(0).rows()).isEqualTo(4);
        assertThat(unit.columns())
                .singleElement()
                .satisfies(column -> assertThat(column.values()).hasSize(2));
    }

    private static void readOne(ResultSet rows) throws SQLException {
        rows.next();
        rows.getLong(1);
    }

    @Test
    void mySqlIsAskedForRowByRowWithASizeOfItsOwn() throws Exception {
        try (Recording mySql = new Recording(Dialect.MYSQL, false)) {
            Connection watched = mySql.interception.wrap(driver.connection());
            ObservedStatement observed = mySql.statement(() -> {
                Statement statement = watched.createStatement();
                statement.setFetchSize(Integer.MIN_VALUE);
                ResultSet rows = statement.executeQuery("select a from t");
                for (int i = 0; i < 1_000; i++) {
                    rows.next();
                }
                rows.close();
            });
            assertThat(observed.limits().streamed()).isTrue();
        }
    }

    @Test
    void whoeverAsksSeesThatRowsAreRead() throws Exception {
        OpenResults results = (OpenResults) connection;
        ResultSet first = connection.createStatement().executeQuery("select a from t");
        ResultSet second = connection.createStatement().executeQuery("select a from t");
        long before = results.rowsRead();
        first.next();
        second.next();
        assertThat(results.rowsRead()).isEqualTo(before + 2);
    }
}
