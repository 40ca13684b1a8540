package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.flight.FlightEvents;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.Routing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of Flight Recorder while a real primary is killed and its standby promoted. */
class RouteEventsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void promotionsNodesAndLongTransactionsAreEvents(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("events.jfr");
        try (Cluster cluster = Cluster.start(1);
                Recording recording = new Recording()) {
            List.of(FlightEvents.NODE, FlightEvents.PROMOTION, FlightEvents.LONG_TRANSACTION)
                    .forEach(recording::enable);
            recording.start();
            Boot.watched()
                    .withPropertyValues(
                            "spring.datasource.url=" + cluster.primary().url(),
                            "spring.datasource.hikari.maximum-pool-size=3",
                            "spring.datasource.hikari.connection-timeout=1000",
                            "plimsoll.long-transaction.age=20",
                            "plimsoll.replicas[0].name=near",
                            "plimsoll.replicas[0].url="
                                    + cluster.standbys().get(0).url())
                    .run(context -> {
                        DataSource dataSource = context.getBean(DataSource.class);
                        longTransaction(dataSource);
                        await().atMost(PATIENCE)
                                .until(() -> statistics(dataSource).standbysUp() == 1);
                        cluster.primary().kill();
                        cluster.standbys().get(0).promote();
                        await().atMost(PATIENCE)
                                .until(() -> statistics(dataSource).epochChanges() == 1);
                        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
                        await().atMost(PATIENCE)
                                .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
                    });
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .filteredOn(event -> named(event, FlightEvents.NODE))
                .extracting(event -> event.getString("node") + " " + event.getString("state"))
                .contains("primary up", "near up", "primary down");
        assertThat(events)
                .filteredOn(event -> named(event, FlightEvents.PROMOTION))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("node")).isEqualTo("near");
                    assertThat(event.getInt("timeline")).isEqualTo(2);
                });
        assertThat(events)
                .filteredOn(event -> named(event, FlightEvents.LONG_TRANSACTION))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("outcome")).isEqualTo("committed");
                    assertThat(event.getDuration("age")).isGreaterThan(Duration.ofMillis(50));
                });
    }

    private static void longTransaction(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_sleep(0.05)");
            connection.commit();
        }
    }

    private static RouteStatistics statistics(DataSource dataSource) throws SQLException {
        return dataSource.unwrap(Routing.class).statistics();
    }

    private static boolean named(RecordedEvent event, String name) {
        return event.getEventType().getName().equals(name);
    }
}
