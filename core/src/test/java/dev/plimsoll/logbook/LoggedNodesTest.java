package dev.plimsoll.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.Plimsoll;
import dev.plimsoll.route.RouteStatistics.NodeStatistics;
import dev.plimsoll.testing.Database;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LoggedNodesTest {
    private final Logbook logbook = Logbook.create();

    @Test
    void areThoseOfDataSourcesWithReplicasUntilTheyAreClosed() throws Exception {
        try (Database database = Database.h2()) {
            try (HikariDataSource primary = database.pool();
                    HikariDataSource replica = database.pool()) {
                DataSource single =
                        Plimsoll.builder(primary).logbook(logbook, "single").wrap();
                DataSource routed = Plimsoll.builder(primary)
                        .replica("a", replica)
                        .logbook(logbook, "routed")
                        .wrap();
                Shop.execute(single, "create table t(id int)");
                Shop.execute(routed, "insert into t values (1)");
                assertThat(logbook.nodes()).singleElement().satisfies(nodes -> {
                    assertThat(nodes.dataSource()).isEqualTo("routed");
                    assertThat(nodes.statistics().nodes())
                            .extracting(NodeStatistics::name)
                            .containsExactly("primary", "a");
                });
                JsonNode json = new ObjectMapper().readTree(logbook.toJson(10));
                assertThat(json.at("/nodes/0/name").asText()).isEqualTo("primary");
                assertThat(json.at("/nodes/0/units").size()).isPositive();
                assertThat(json.at("/statements/time/top").findValuesAsText("dataSource"))
                        .containsExactlyInAnyOrder("single", "routed");
                ((AutoCloseable) routed).close();
                assertThat(logbook.nodes()).isEmpty();
            }
            await().until(() -> database.sessions() == 0);
        }
    }
}
