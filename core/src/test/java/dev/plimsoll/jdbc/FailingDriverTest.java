package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.jdbc.RecordingDriver.Call;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A driver that fails, at each of its calls in turn. */
class FailingDriverTest {
    private static final int CALLS = 45;

    @TestFactory
    @DisplayName("Q1 Q2: the application gets the driver's own exception, once, and every connection is closed")
    Stream<DynamicTest> failsAtEachCallInTurn() {
        return IntStream.range(0, CALLS)
                .boxed()
                .flatMap(call -> Stream.of(
                                new SQLTransientConnectionException("gone", "08006", 7),
                                new OutOfMemoryError("the driver's"))
                        .map(failure -> dynamicTest(
                                "call " + call + ", " + failure.getClass().getSimpleName(),
                                () -> assertPasses(call, failure))));
    }

    private static void assertPasses(int failingCall, Throwable failure) {
        RecordingDriver driver = new RecordingDriver();
        AtomicInteger calls = new AtomicInteger();
        driver.failingAt(failure, method -> calls.getAndIncrement() == failingCall);
        try (Recording recording = new Recording()) {
            Throwable thrown = catchThrowable(() -> use(recording.wrap(driver.dataSource())));
            if (thrown != null) {
                assertThat(thrown).isSameAs(failure);
                assertThat(thrown.getSuppressed()).isEmpty();
            }
            assertThat(calls.get()).isGreaterThan(failingCall);
            assertThat(closings(driver)).isEqualTo(failingCall == 0 ? 0 : 1);
        }
    }

    private static long closings(RecordingDriver driver) {
        return driver.callsOf("close").stream()
                .map(Call::target)
                .filter(Connection.class::isInstance)
                .count();
    }

    /** As many calls of the driver as are made to fail, and some more. */
    private static void use(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.addBatch("insert into t values (1)");
                statement.executeBatch();
                read(statement.executeQuery("select a from t"), 3);
            }
            try (PreparedStatement statement = connection.prepareStatement("select a from t where b = ?")) {
                statement.setFetchSize(2);
                statement.setLong(1, 1);
                read(statement.executeQuery(), 4);
                statement.addBatch();
                statement.executeLargeBatch();
                statement.execute();
                read(statement.getResultSet(), 3);
            }
            connection.getMetaData().getTables(null, null, null, null).close();
            connection.commit();
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void read(ResultSet rows, int count) throws SQLException {
        try (rows) {
            for (int i = 0; i < count; i++) {
                rows.next();
                rows.getLong("a");
            }
        }
    }

    @Test
    @DisplayName("Q1: what a failed batch says about its rows arrives")
    void aFailedBatchSaysWhichRowsItMadeIt() throws SQLException {
        RecordingDriver driver = new RecordingDriver();
        BatchUpdateException failure =
                new BatchUpdateException("refused", "23505", 1, new long[] {1, Statement.EXECUTE_FAILED}, null);
        failure.setNextException(new SQLException("why", "23505"));
        driver.failingAt(failure, method -> method.getName().equals("executeLargeBatch"));
        try (Recording recording = new Recording()) {
            PreparedStatement insert =
                    recording.interception.wrap(driver.connection()).prepareStatement("insert into t values (?)");
            insert.addBatch();
            assertThat(catchThrowable(insert::executeLargeBatch)).isSameAs(failure);
            assertThat(failure.getLargeUpdateCounts()).containsExactly(1, Statement.EXECUTE_FAILED);
            assertThat(failure.getNextException().getMessage()).isEqualTo("why");
        }
    }
}
