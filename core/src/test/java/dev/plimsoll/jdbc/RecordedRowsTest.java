package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.testing.Database;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.ReadColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded of the rows of results, over PostgreSQL. */
class RecordedRowsTest {
    private final Recording recording = new Recording(Dialect.POSTGRESQL, false);
    private Database database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = Database.postgres();
        database.execute(
                "create table parent (id bigint, name text)",
                "insert into parent select n, 'name ' || n from generate_series(1, 2000) n");
        connection = recording.wrap(database.dataSource()).getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        recording.close();
        assertThat(recording.leftOpen()).isEmpty();
        database.close();
    }

    private interface Reader {
        void read(ResultSet rows) throws SQLException;
    }

    private ObservedUnit reading(String sql, Reader reader) throws Exception {
        return recording.unit(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        });
    }

    private static Optional<ReadColumn> column(ObservedUnit unit, String label) {
        return unit.columns().stream()
                .filter(column -> column.label().equals(label))
                .findFirst();
    }

    @Test
    void valuesReadByIndexAreSampled() throws Exception {
        ObservedUnit unit = reading("select id, name from parent where id <= 10", rows -> rows.getLong(1));
        assertThat(column(unit, "id").orElseThrow().values()).hasSize(10);
        assertThat(column(unit, "name")).isEmpty();
    }

    @Test
    void valuesReadByLabelAreTheSameAsByIndex() throws Exception {
        ObservedUnit byIndex = reading("select id, name from parent where id <= 10", rows -> rows.getObject(1));
        ObservedUnit byLabel = reading("select id, name from parent where id <= 10", rows -> rows.getInt("ID"));
        assertThat(column(byLabel, "id").orElseThrow().values())
                .containsExactlyInAnyOrder(column(byIndex, "id").orElseThrow().values());
    }

    @Test
    void theFirstRowsOnlyAreSampled() throws Exception {
        ObservedUnit unit = reading("select id, name from parent", rows -> rows.getString("name"));
        assertThat(column(unit, "name").orElseThrow().values()).hasSize(64);
        assertThat(unit.statements().get(0).rows()).isEqualTo(2000);
    }

    @Test
    void aKeyReadFromAParentIsTheOneBoundToItsChild() throws Exception {
        ObservedUnit unit = recording.unit(() -> {
            try (Statement statement = connection.createStatement();
                    PreparedStatement child = connection.prepareStatement("select name from parent where id = ?");
                    ResultSet rows = statement.executeQuery("select id from parent where id <= 5")) {
                while (rows.next()) {
                    child.setLong(1, rows.getInt(1));
                    child.executeQuery().close();
                }
            }
        });
        long[] bound = unit.statements().get(1).values().sampled()[0];
        assertThat(column(unit, "id").orElseThrow().values()).containsExactlyInAnyOrder(bound);
    }

    @Test
    void aLargeResultTellsThatTheDriverReadItWhole() throws Exception {
        ObservedStatement observed =
                reading("select id from parent", rows -> {}).statements().get(0);
        assertThat(observed.limits().fetchSize()).isZero();
        assertThat(observed.limits().streamed()).isFalse();
        assertThat(observed.maxRows()).isEqualTo(2000);
    }

    @Test
    void aSmallResultTellsNothingOfItsFetchSize() throws Exception {
        ObservedStatement observed = reading("select id from parent limit 999", rows -> {})
                .statements()
                .get(0);
        assertThat(observed.limits().fetchSize()).isEqualTo(-1);
    }

    @Test
    void aCursorInATransactionStreams() throws Exception {
        connection.setAutoCommit(false);
        ObservedStatement observed = withFetchSize(100, ResultSet.TYPE_FORWARD_ONLY);
        connection.commit();
        assertThat(observed.limits().fetchSize()).isEqualTo(100);
        assertThat(observed.limits().streamed()).isTrue();
    }

    @Test
    void aFetchSizeWithoutATransactionDoesNotStream() throws Exception {
        ObservedStatement observed = withFetchSize(100, ResultSet.TYPE_FORWARD_ONLY);
        assertThat(observed.limits().fetchSize()).isEqualTo(100);
        assertThat(observed.limits().streamed()).isFalse();
    }

    @Test
    void aScrollableResultDoesNotStream() throws Exception {
        connection.setAutoCommit(false);
        ObservedStatement observed = withFetchSize(100, ResultSet.TYPE_SCROLL_INSENSITIVE);
        connection.commit();
        assertThat(observed.limits().streamed()).isFalse();
    }

    @Test
    void aResultThatOutgrowsASmallFetchSizeTellsIt() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10);
                ResultSet rows = statement.executeQuery("select id from parent limit 11");
                while (rows.next()) {
                    rows.getLong(1);
                }
            }
        });
        assertThat(observed.limits().fetchSize()).isEqualTo(10);
    }

    @Test
    void aFetchSizeSetOnTheResultCounts() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select id from parent")) {
                rows.setFetchSize(200);
                while (rows.next()) {
                    rows.getLong(1);
                }
            }
        });
        assertThat(observed.limits().fetchSize()).isEqualTo(200);
    }

    private ObservedStatement withFetchSize(int size, int type) throws Exception {
        return recording.statement(() -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select id from parent", type, ResultSet.CONCUR_READ_ONLY, ResultSet.CLOSE_CURSORS_AT_COMMIT)) {
                query.setFetchSize(size);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    rows.getLong(1);
                }
            }
        });
    }
}
