package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UrlPrefixTest {

    @ParameterizedTest
    @MethodSource("dev.plimsoll.spring.Pools#types")
    void theStarterTakesThePrefixOffAndKeepsItsOptions(String type) {
        Boot.watched()
                .withBean(Findings.class, Findings::new)
                .withPropertyValues(
                        "spring.datasource.type=" + type,
                        "spring.datasource.url=jdbc:plimsoll:h2:mem:prefixed;plimsoll.silence=redundant-query;DB_CLOSE_DELAY=-1")
                .run(context -> {
                    DataSource dataSource = context.getBean(DataSource.class);
                    try (Connection connection = dataSource.getConnection()) {
                        assertThat(connection.getMetaData().getURL()).startsWith("jdbc:h2:mem:prefixed");
                    }
                    Findings.repeat(dataSource, "GET /orders");
                    assertThat(context.getBean(Findings.class).kinds()).doesNotContain("redundant-query");
                    Pools.assertNothingLeaks(dataSource);
                });
    }

    @Test
    void oneLineSaysSo(CapturedOutput output) {
        Boot.watched()
                .withPropertyValues("spring.datasource.url=jdbc:plimsoll:h2:mem:prefixed")
                .run(context -> assertThat(output).containsOnlyOnce("jdbc:plimsoll: is taken off the URL of "));
    }

    @Test
    void theDriverOfThePrefixMayBeNamed() {
        Boot.watched()
                .withPropertyValues(
                        "spring.datasource.url=jdbc:plimsoll:h2:mem:prefixed",
                        "spring.datasource.driver-class-name=dev.plimsoll.PlimsollDriver")
                .run(context ->
                        context.getBean(DataSource.class).getConnection().close());
    }

    @Test
    void thePrefixStaysLegalWhereNothingIsWatched() {
        Boot.watched()
                .withPropertyValues("spring.datasource.url=jdbc:plimsoll:h2:mem:prefixed", "plimsoll.enabled=false")
                .run(context -> {
                    assertThat(context.getBean(DataSource.class)).isExactlyInstanceOf(HikariDataSource.class);
                    context.getBean(DataSource.class).getConnection().close();
                });
    }

    @Test
    void flywayMigratesByAPrefixedUrlOfItsOwn() {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(Boot.FLYWAY))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:plimsoll:"
                                + Boot.url("migrated").substring("jdbc:".length()),
                        "spring.flyway.url=jdbc:plimsoll:"
                                + Boot.url("migrated").substring("jdbc:".length()),
                        "spring.flyway.user=sa")
                .run(context -> {
                    DataSource dataSource = context.getBean(DataSource.class);
                    try (Connection connection = dataSource.getConnection();
                            Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery("select count(*) from migrated")) {
                        assertThat(rows.next()).isTrue();
                    }
                    Pools.assertNothingLeaks(dataSource);
                });
    }

    @Test
    void aUrlThatHasThePrefixInFrontOfJdbcIsExplained() {
        Boot.watched()
                .withPropertyValues("spring.datasource.url=jdbc:plimsoll:jdbc:h2:mem:twice")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("has 'jdbc:' twice"));
    }
}
