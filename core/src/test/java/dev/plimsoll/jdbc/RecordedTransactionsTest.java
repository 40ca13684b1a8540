package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.jdbc.RecordingDriver.Call;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is known of transactions and the session, over a driver that answers whatever a test needs. */
class RecordedTransactionsTest {
    private final RecordingDriver driver = new RecordingDriver();
    private final Recording recording = new Recording();
    private final Connection connection = recording.interception.wrap(driver.connection());

    @AfterEach
    void closeRecording() {
        recording.close();
    }

    private void write() throws SQLException {
        connection.createStatement().executeUpdate("insert into t values (1)");
    }

    @Test
    @DisplayName("X1 X3: commit ends a transaction, and the next execution begins another")
    void commitEndsTheTransaction() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            connection.setAutoCommit(false);
            write();
            connection.commit();
            write();
            write();
            connection.commit();
        });
        assertThat(observed.transactions().committed()).isEqualTo(2);
        assertThat(observed.transactions().autocommitted()).isZero();
    }

    @Test
    @DisplayName("X1: rollback ends it, rollback to a savepoint and its release do not")
    void rollbackClosesTheTransaction() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            connection.setAutoCommit(false);
            write();
            connection.rollback(connection.setSavepoint());
            connection.releaseSavepoint(connection.setSavepoint());
            write();
            connection.rollback();
        });
        assertThat(observed.transactions().rolledBack()).isEqualTo(2);
    }

    @Test
    @DisplayName("X1: turning autocommit on commits")
    void turningAutocommitOnCommits() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            connection.setAutoCommit(false);
            write();
            connection.setAutoCommit(true);
            write();
        });
        assertThat(observed.transactions().committed()).isEqualTo(1);
        assertThat(observed.transactions().autocommitted()).isEqualTo(1);
    }

    @Test
    void aCommitThatFailsLeavesTheTransactionOpen() throws Exception {
        SQLException refused = new SQLException();
        ObservedStatement observed = recording.statement(() -> {
            connection.setAutoCommit(false);
            write();
            driver.failingAt(refused, method -> method.getName().equals("commit"));
            assertThatThrownBy(connection::commit).isSameAs(refused);
            connection.rollback();
        });
        assertThat(observed.transactions().committed()).isZero();
        assertThat(observed.transactions().rolledBack()).isEqualTo(1);
    }

    @Test
    @DisplayName("X2: a transaction begins with its first execution, not with setAutoCommit(false)")
    void aTransactionBeginsWithItsFirstExecution() throws Exception {
        connection.setAutoCommit(false);
        connection.close();
        assertThat(recording.leftOpen()).isEmpty();
    }

    @Test
    @DisplayName("X2: a question about the database begins a transaction too")
    void metaDataBeginsATransaction() throws Exception {
        connection.setAutoCommit(false);
        connection.getMetaData().getTables(null, null, null, null).close();
        connection.close();
        assertThat(recording.leftOpen()).hasSize(1);
    }

    @Test
    @DisplayName("X4: BEGIN and COMMIT as texts")
    void transactionsInSql() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            connection.createStatement().execute("begin");
            write();
            connection.createStatement().execute("commit");
        });
        assertThat(observed.transactions().committed()).isEqualTo(1);
    }

    @Test
    @DisplayName("X6: a checkout asks the connection nothing, the first execution asks once for autocommit")
    void asksForAutocommitOnceAndLate() throws Exception {
        assertThat(driver.calls()).isEmpty();
        write();
        write();
        assertThat(driver.callsOf("getAutoCommit")).hasSize(1);
    }

    @Test
    @DisplayName("X6: autocommit is taken from the application's own calls where there are any")
    void learnsAutocommitFromTheApplication() throws Exception {
        driver.answering("getAutoCommit", false);
        connection.getAutoCommit();
        write();
        assertThat(driver.callsOf("getAutoCommit")).hasSize(1);
        connection.close();
        assertThat(recording.leftOpen()).hasSize(1);
    }

    @Test
    @DisplayName("X6: a connection whose default is no autocommit is in a transaction from its first execution on")
    void noticesThatAutocommitIsOffByDefault() throws Exception {
        driver.answering("getAutoCommit", false);
        write();
        connection.close();
        assertThat(recording.leftOpen()).hasSize(1);
    }

    @Test
    void aDriverThatDoesNotSayItsAutocommitIsTakenToHaveIt() throws Exception {
        driver.failingAt(new SQLException(), method -> method.getName().equals("getAutoCommit"));
        ObservedStatement observed = recording.statement(this::write);
        assertThat(observed.transactions().autocommitted()).isEqualTo(1);
    }

    @Test
    @DisplayName("X8 X9: isValid, beginRequest and endRequest are not work")
    void housekeepingIsNotWork() throws Exception {
        var unit = recording.unit(() -> {
            connection.setAutoCommit(false);
            connection.beginRequest();
            assertThat(connection.isValid(1)).isTrue();
            connection.createStatement().executeQuery("select 1").next();
            connection.rollback();
            connection.endRequest();
        });
        assertThat(unit.statements()).isEmpty();
    }

    @Test
    @DisplayName("X10: the schema that the application sets is known with its statements")
    void followsTheSchema() throws Exception {
        ObservedStatement inSchema = recording.statement(() -> {
            connection.setSchema("one");
            write();
        });
        ObservedStatement inCatalog = recording.statement(() -> {
            connection.setCatalog("two");
            write();
        });
        assertThat(inSchema.schema()).isEqualTo("one");
        assertThat(inCatalog.schema()).isEqualTo("two");
    }

    @Test
    @DisplayName("X10 L7: abort takes the caller's executor, ends the connection's records, from any thread")
    void abortEndsTheTransaction() throws Exception {
        connection.setAutoCommit(false);
        write();
        Executor executor = Runnable::run;
        Thread other = new Thread(() -> abort(executor));
        other.start();
        other.join();
        List<Object> arguments = new ArrayList<>(driver.callsOf("abort").get(0).arguments());
        assertThat(arguments).containsExactly(executor);
        assertThat(recording.leftOpen()).hasSize(1);
    }

    private void abort(Executor executor) {
        try {
            connection.abort(executor);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("L1 L4 L7: a transaction may begin on one thread and end on another")
    void movesBetweenThreads() throws Exception {
        connection.setAutoCommit(false);
        write();
        List<Throwable> failures = new ArrayList<>();
        Thread other = new Thread(() -> {
            try {
                connection.commit();
            } catch (SQLException e) {
                failures.add(e);
            }
        });
        other.start();
        other.join();
        connection.close();
        assertThat(failures).isEmpty();
        assertThat(recording.leftOpen()).isEmpty();
    }

    @Test
    @DisplayName("C1: a second close reaches the driver and is no second event")
    void closingTwiceIsOneEvent() throws Exception {
        connection.setAutoCommit(false);
        write();
        connection.close();
        connection.close();
        assertThat(driver.callsOf("close")).hasSize(2);
        assertThat(recording.leftOpen()).hasSize(1);
    }

    @Test
    @DisplayName("C2: the end is told although the driver fails to close, and after it has tried")
    void theEndIsToldWhateverTheDriverDoes() throws Exception {
        connection.setAutoCommit(false);
        write();
        SQLException refused = new SQLException();
        AtomicBoolean closedBefore = new AtomicBoolean();
        driver.failingAt(refused, method -> method.getName().equals("close"));
        recording.whenLeftOpen(() -> closedBefore.set(!driver.callsOf("close").isEmpty()));
        assertThatThrownBy(connection::close).isSameAs(refused);
        assertThat(closedBefore).isTrue();
        assertThat(recording.leftOpen())
                .extracting(ObservedTransaction::statements)
                .containsExactly(1L);
    }

    @Test
    @DisplayName("C3: isClosed is the driver's answer, whatever was called before")
    void isClosedIsAsked() throws Exception {
        driver.answering("isClosed", true);
        assertThat(connection.isClosed()).isTrue();
        connection.close();
        driver.answering("isClosed", false);
        assertThat(connection.isClosed()).isFalse();
        assertThat(driver.callsOf("isClosed")).extracting(Call::name).hasSize(2);
    }
}
