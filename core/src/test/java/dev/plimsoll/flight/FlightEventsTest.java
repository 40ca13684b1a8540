package dev.plimsoll.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.testing.Database;
import dev.plimsoll.testing.FlightRecording;
import dev.plimsoll.work.UnitOfWork;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightEventsTest {
    private final AtomicLong clock = new AtomicLong(1);

    @Test
    void aTransactionThatWasOpenForLongIsAnEventWhenItEnds(@TempDir Path folder) throws Exception {
        List<RecordedEvent> events;
        try (Database database = Database.h2()) {
            database.execute("create table orders(id int primary key)");
            try (Connection connection = Plimsoll.builder(database.dataSource())
                    .option("long-transaction.age", "1000")
                    .option("report.log", "false")
                    .clock(clock::get)
                    .wrap()
                    .getConnection()) {
                connection.setAutoCommit(false);
                events = FlightRecording.of(FlightEvents.LONG_TRANSACTION, folder, () -> {
                    insert(connection, 1, Duration.ofMillis(900));
                    insert(connection, 2, Duration.ofMillis(1_500));
                });
            }
            assertThat(database.sessions()).isZero();
        }
        assertThat(events).hasSize(1);
        RecordedEvent event = events.get(0);
        assertThat(event.getString("unit")).isEqualTo("POST /orders");
        assertThat(event.getString("outcome")).isEqualTo("committed");
        assertThat(event.getDuration("age")).isEqualTo(Duration.ofMillis(1_500));
        assertThat(event.getLong("statements")).isOne();
        assertThat(event.getString("lastStatement")).startsWith("insert into orders values (?)");
        assertThat(event.getString("writtenTables")).isEqualTo("orders");
        assertThat(event.getStackTrace().getFrames())
                .anyMatch(frame -> frame.getMethod().getName().equals("insert"));
    }

    @SuppressWarnings("try") // the unit is there to be closed
    private void insert(Connection connection, int id, Duration open) {
        try (UnitOfWork unit = UnitOfWork.begin("POST /orders");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into orders values (" + id + ")");
            clock.addAndGet(open.toNanos());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nodesAndPromotionsAreEvents(@TempDir Path folder) throws IOException {
        assertThat(FlightRecording.of(FlightEvents.NODE, folder, () -> {
                    FlightEvents.nodeUp("a");
                    FlightEvents.nodeDown("a");
                }))
                .extracting(event -> event.getString("node") + " " + event.getString("state"))
                .containsExactly("a up", "a down");
        List<RecordedEvent> promotions =
                FlightRecording.of(FlightEvents.PROMOTION, folder, () -> FlightEvents.promoted("b", 2));
        assertThat(promotions).extracting(event -> event.getString("node")).containsExactly("b");
        assertThat(promotions.get(0).getInt("timeline")).isEqualTo(2);
    }
}
