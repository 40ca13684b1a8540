package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.jdbc.RecordingDriver.Call;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.sql.Array;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is recorded of values and of batches, over a driver that answers whatever a test needs. */
class RecordedValuesTest {
    private final RecordingDriver driver = new RecordingDriver();
    private final Recording recording = new Recording();
    private final Connection connection = recording.interception.wrap(driver.connection());

    @AfterEach
    void closeRecording() {
        recording.close();
    }

    @Test
    @DisplayName("E3: batch rows are counted, also after a batch that failed or was cleared")
    void countsTheRowsOfABatch() throws Exception {
        PreparedStatement insert = connection.prepareStatement("insert into t values (?)");
        BatchUpdateException refused = new BatchUpdateException();
        ObservedStatement observed = recording.statement(() -> {
            addRows(insert, 5);
            driver.failingAt(refused, method -> method.getName().equals("executeBatch"));
            assertThatThrownBy(insert::executeBatch).isSameAs(refused);
            driver.failingAt(refused, method -> false);
            addRows(insert, 4);
            insert.clearBatch();
            addRows(insert, 3);
            insert.executeBatch();
            addRows(insert, 2);
            insert.executeLargeBatch();
        });
        assertThat(observed.failures()).isEqualTo(1);
        assertThat(observed.batches()).isEqualTo(2);
        assertThat(observed.batchedRows()).isEqualTo(5);
    }

    private static void addRows(PreparedStatement insert, int rows) throws SQLException {
        for (int i = 0; i < rows; i++) {
            insert.setInt(1, i);
            insert.addBatch();
        }
    }

    @Test
    @DisplayName("E3: texts in a batch are counted by what they say")
    void countsTheTextsOfABatch() throws Exception {
        Statement statement = connection.createStatement();
        ObservedUnit unit = recording.unit(() -> {
            statement.addBatch("insert into t values (1)");
            statement.addBatch("insert into t values (2)");
            statement.addBatch("delete from u where a = 1");
            statement.executeBatch();
        });
        assertThat(unit.statements()).extracting(ObservedStatement::executions).containsExactly(1L, 1L);
        assertThat(unit.statements()).extracting(ObservedStatement::batchedRows).containsExactly(2L, 0L);
    }

    @Test
    @DisplayName("E4 E6: values are those of the moment of execution, and null replaces a value")
    void tellsValuesApart() throws Exception {
        PreparedStatement query = connection.prepareStatement("select a from t where b = ? and c = ?");
        ObservedStatement observed = recording.statement(() -> {
            query.setLong(1, 1);
            query.setString(2, "x");
            query.executeQuery();
            query.executeQuery();
            query.setLong(1, 2);
            query.executeQuery();
            query.setNull(1, Types.BIGINT);
            query.executeQuery();
        });
        assertThat(observed.executions()).isEqualTo(4);
        assertThat(observed.values().distinct()).isEqualTo(3);
        assertThat(observed.values().varying()).isEqualTo(1);
    }

    @Test
    @DisplayName("E3: parameters that are cleared are forgotten")
    void forgetsClearedParameters() throws Exception {
        PreparedStatement query = connection.prepareStatement("select a from t where b = ?");
        ObservedStatement observed = recording.statement(() -> {
            query.setLong(1, 1);
            query.executeQuery();
            query.clearParameters();
            query.executeQuery();
        });
        assertThat(observed.values().distinct()).isEqualTo(2);
    }

    @Test
    void equalNumbersOfDifferentTypesAreOneValue() throws Exception {
        PreparedStatement query = connection.prepareStatement("select a from t where b = ?");
        ObservedStatement observed = recording.statement(() -> {
            query.setByte(1, (byte) 5);
            query.executeQuery();
            query.setShort(1, (short) 5);
            query.executeQuery();
            query.setInt(1, 5);
            query.executeQuery();
            query.setDouble(1, 5);
            query.executeQuery();
            query.setObject(1, 5L, Types.BIGINT);
            query.executeQuery();
        });
        assertThat(observed.values().distinct()).isEqualTo(1);
    }

    @Test
    void namedParametersAreToldApart() throws Exception {
        CallableStatement call = connection.prepareCall("{call p(?, ?)}");
        ObservedStatement observed = recording.statement(() -> {
            call.setLong("a", 1);
            call.setString("b", "x");
            call.execute();
            call.setString("b", "y");
            call.execute();
            call.setString("b", "x");
            call.execute();
        });
        assertThat(observed.values().distinct()).isEqualTo(2);
    }

    @Test
    @DisplayName("E5: streams and readers are not read, and each counts as a value of its own")
    void leavesStreamsAlone() throws Exception {
        PreparedStatement insert = connection.prepareStatement("insert into t values (?)");
        InputStream stream = new ByteArrayInputStream(new byte[] {1, 2, 3});
        StringReader reader = new StringReader("text");
        ObservedStatement observed = recording.statement(() -> {
            insert.setBinaryStream(1, stream);
            insert.executeUpdate();
            insert.setCharacterStream(1, reader);
            insert.executeUpdate();
            insert.setObject(1, stream);
            insert.executeUpdate();
        });
        assertThat(stream.available()).isEqualTo(3);
        assertThat(reader.read()).isEqualTo('t');
        assertThat(observed.values().distinct()).isEqualTo(3);
    }

    @Test
    @DisplayName("Nothing of ours reaches the application: a value whose hashCode fails")
    void survivesAValueThatCannotBeHashed() throws Exception {
        PreparedStatement insert = connection.prepareStatement("insert into t values (?)");
        Object value = new Object() {
            @Override
            public int hashCode() {
                throw new IllegalStateException();
            }

            @Override
            public boolean equals(Object other) {
                return this == other;
            }
        };
        ObservedStatement observed = recording.statement(() -> {
            insert.setObject(1, value);
            insert.executeUpdate();
        });
        assertThat(observed.executions()).isEqualTo(1);
        assertThat(driver.callsOf("setObject")).extracting(Call::arguments).containsExactly((List) List.of(1, value));
    }

    @Test
    @DisplayName("E15: a driver that hands the same statement out again gets a new wrapper with nothing of the old one")
    void keepsNothingFromAStatementThatIsHandedOutAgain() throws Exception {
        PreparedStatement same = driver.object(PreparedStatement.class);
        driver.answering("prepareStatement", same);
        ObservedUnit unit = recording.unit(() -> {
            PreparedStatement first = connection.prepareStatement("insert into t values (?)");
            addRows(first, 5);
            first.close();
            PreparedStatement second = connection.prepareStatement("insert into t values (?)");
            assertThat(second).isNotSameAs(first);
            addRows(second, 2);
            second.executeBatch();
        });
        assertThat(unit.statements()).extracting(ObservedStatement::batchedRows).containsExactly(2L);
    }

    @Test
    @DisplayName("T6: the driver is given its own arrays back, whichever way")
    void theDriverIsGivenItsOwnArrays() throws SQLException {
        Array array = connection.createArrayOf("int", new Object[0]);
        Array raw = ((ProxyArray) array).delegate;
        PreparedStatement statement = connection.prepareStatement("insert into t values (?)");
        statement.setArray(1, array);
        statement.setObject(1, array);
        statement.setObject(1, array, Types.ARRAY);
        ResultSet rows = connection.createStatement().executeQuery("select a from t");
        rows.updateArray(1, array);
        rows.updateObject("a", array);
        assertThat(driver.calls().stream()
                        .filter(call -> call.name().matches("(set|update)(Array|Object)"))
                        .map(call -> call.arguments().get(1)))
                .hasSize(5)
                .allMatch(given -> given == raw);
    }
}
