package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.Routing;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplicasTest {

    @ParameterizedTest
    @MethodSource("dev.plimsoll.spring.Pools#types")
    void readsGoToTheReplicasThatThePropertiesName(String type) {
        Boot.watched()
                .withPropertyValues(
                        "spring.datasource.type=" + type,
                        "plimsoll.replicas[0].name=near",
                        "plimsoll.replicas[0].url=" + Boot.url("near"))
                .run(context -> {
                    DataSource dataSource = context.getBean(DataSource.class);
                    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> readsOnReplica(dataSource));
                    assertThat(statistics(dataSource).nodes())
                            .extracting(RouteStatistics.NodeStatistics::name)
                            .containsExactly("primary", "near");
                });
    }

    @SuppressWarnings("try") // the unit is there to be closed
    private static boolean readsOnReplica(DataSource dataSource) throws SQLException {
        try (UnitOfWork unit = UnitOfWork.begin("GET /orders");
                Connection connection = dataSource.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("select 1").close();
            }
            connection.commit();
        }
        return statistics(dataSource).onReplicas() > 0;
    }

    private static RouteStatistics statistics(DataSource dataSource) throws SQLException {
        return dataSource.unwrap(Routing.class).statistics();
    }

    @Test
    void aReplicasPoolHasTheSettingsOfThePrimarys() {
        Boot.watched()
                .withPropertyValues(
                        "spring.datasource.username=sa",
                        "spring.datasource.hikari.maximum-pool-size=7",
                        "spring.datasource.hikari.connection-timeout=1234",
                        "plimsoll.replicas[0].url=" + Boot.url("near"),
                        "plimsoll.replicas[1].url=" + Boot.url("far"),
                        "plimsoll.replicas[1].username=reader",
                        "plimsoll.replicas[1].password=secret")
                .run(context -> {
                    Object[] pools = context.getBean(WatchedBeans.class)
                            .all()
                            .get(0)
                            .replicas()
                            .pools()
                            .values()
                            .toArray();
                    HikariDataSource near = (HikariDataSource) pools[0];
                    assertThat(near.getJdbcUrl()).isEqualTo(Boot.url("near"));
                    assertThat(near.getMaximumPoolSize()).isEqualTo(8);
                    assertThat(near.getConnectionTimeout()).isEqualTo(1234);
                    assertThat(near.getUsername()).isEqualTo("sa");
                    assertThat(near.getPoolName()).isEqualTo("dataSource-replica-1");
                    assertThat(near.isRunning()).isFalse();
                    assertThat(((HikariDataSource) pools[1]).getUsername()).isEqualTo("reader");
                });
    }

    @Test
    void theReplicasPoolsEndWithTheApplication() {
        HikariDataSource[] pool = new HikariDataSource[1];
        Boot.watched()
                .withPropertyValues("plimsoll.replicas[0].url=" + Boot.url("near"), "plimsoll.replicas-required=true")
                .run(context -> {
                    pool[0] = (HikariDataSource) context.getBean(WatchedBeans.class)
                            .all()
                            .get(0)
                            .replicas()
                            .pools()
                            .values()
                            .iterator()
                            .next();
                    assertThat(pool[0].isRunning()).isTrue();
                });
        assertThat(pool[0].isClosed()).isTrue();
    }

    @Test
    void aReplicaThatIsDownDoesNotKeepTheApplicationFromStarting() {
        Boot.watched()
                .withPropertyValues("plimsoll.replicas[0].url=jdbc:h2:tcp://localhost:1/none")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    context.getBean(DataSource.class).getConnection().close();
                });
    }
}
