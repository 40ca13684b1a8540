package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.spring.meters.PlimsollMetersAutoConfiguration;
import dev.plimsoll.work.UnitOfWork;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;

class StatementMetersTest {

    @Test
    void statementsAreCountedAndTimedByWhatTheySetOutToDo() {
        run((dataSource, registry) -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    UnitOfWork unit = UnitOfWork.begin("POST /orders")) {
                statement.execute("create table orders(id int primary key)");
                statement.executeUpdate("insert into orders select x from system_range(1, 3)");
                assertThat(unit.totals().statements()).isEqualTo(2);
                read(statement, "select id from orders");
                read(statement, "select id from orders where id = 1");
                refused(statement);
            }
            assertThat(statements(registry, "read")).isEqualTo(2);
            assertThat(statements(registry, "write")).isOne();
            assertThat(statements(registry, "other")).isOne();
            assertThat(registry.get("db.client.operation.duration")
                            .tag("kind", "read")
                            .functionTimer()
                            .totalTime(TimeUnit.NANOSECONDS))
                    .isPositive();
            assertThat(count(registry, "plimsoll.rows", "read")).isEqualTo(4);
            assertThat(count(registry, "plimsoll.statements.failed", "write")).isOne();
        });
    }

    @Test
    void transactionsAreTimedAndThoseThatAreOpenAreCounted() {
        run((dataSource, registry) -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                read(statement, "select count(*) from information_schema.tables");
                assertThat(gauge(registry, "open")).isOne();
                assertThat(gauge(registry, "idle")).isOne();
                connection.commit();
                assertThat(gauge(registry, "open")).isZero();
                read(statement, "select count(*) from information_schema.tables");
                connection.rollback();
            }
            assertThat(transactions(registry, "committed")).isOne();
            assertThat(transactions(registry, "rolled-back")).isOne();
        });
    }

    @Test
    void aTransactionThatWaitsForTheDatabaseIsNotIdle() {
        run((dataSource, registry) -> {
            new Thread(() -> slowly(dataSource), "slow").start();
            Slow.BEGUN.await();
            assertThat(gauge(registry, "open")).isOne();
            assertThat(gauge(registry, "idle")).isZero();
            Slow.GO.countDown();
            await().until(() -> transactions(registry, "rolled-back") == 1);
        });
    }

    @Test
    void noTagTellsMoreThanDataSourceDatabaseKindOutcomeAndSeverity() {
        run((dataSource, registry) -> {
            Findings.repeat(dataSource, "GET /orders/42");
            Set<String> keys = registry.getMeters().stream()
                    .map(Meter::getId)
                    .filter(id ->
                            id.getName().startsWith("plimsoll.") || id.getName().startsWith("db."))
                    .flatMap(id -> id.getTags().stream())
                    .map(Tag::getKey)
                    .collect(Collectors.toSet());
            assertThat(keys).containsExactlyInAnyOrder("dataSource", "db.system.name", "kind", "outcome", "severity");
        });
    }

    private interface Case {
        void run(DataSource dataSource, MeterRegistry registry) throws Exception;
    }

    private static void run(Case test) {
        Boot.watched()
                .withPropertyValues("spring.datasource.url=jdbc:h2:mem:meters")
                .withConfiguration(AutoConfigurations.of(Boot.METRICS, PlimsollMetersAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> {
                    DataSource dataSource = context.getBean(DataSource.class);
                    test.run(dataSource, context.getBean(MeterRegistry.class));
                    Pools.assertNothingLeaks(dataSource);
                });
    }

    private static void read(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getInt(1);
            }
        }
    }

    private static void refused(Statement statement) {
        try {
            statement.executeUpdate("insert into orders values (1)");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).startsWith("23");
        }
    }

    private static void slowly(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create alias slow for 'dev.plimsoll.spring.Slow.slow'");
            connection.setAutoCommit(false);
            read(statement, "select slow()");
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double gauge(MeterRegistry registry, String state) {
        return registry.get("plimsoll.transactions." + state).gauge().value();
    }

    private static double statements(MeterRegistry registry, String kind) {
        return registry.get("db.client.operation.duration")
                .tag("dataSource", "dataSource")
                .tag("db.system.name", "h2database")
                .tag("kind", kind)
                .functionTimer()
                .count();
    }

    private static double count(MeterRegistry registry, String meter, String kind) {
        return registry.get(meter).tag("kind", kind).functionCounter().count();
    }

    private static long transactions(MeterRegistry registry, String outcome) {
        return registry.get("plimsoll.transactions")
                .tag("outcome", outcome)
                .timer()
                .count();
    }
}
