package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Every mistake that a person can make is told in a sentence, with what to do. */
class MistakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            plimsoll.profile=prd                       | plimsoll.profile is 'prd', but must be test, dev or prod.
            plimsoll.poll-idle=soon                    | plimsoll.poll-idle is 'soon', but must be a duration such as 250ms, 10s or 5m.
            plimsoll.lag-limit-bytes=much              | plimsoll.lag-limit-bytes is 'much', but must be a number of bytes such as 512kB or 64MB.
            plimsoll.enabled=maybe                     | plimsoll.enabled is 'maybe', but must be true or false.
            plimsoll.n-plus-one.executions=1           | plimsoll.n-plus-one.executions is '1', but must be a whole number from 2 on.
            plimsoll.read-level=best                   | plimsoll.read-level is 'best', but must be primary, strong-read,
            plimsoll.replicas-required=yes             | 'plimsoll.replicas-required' is 'yes', but must be true or false.
            plimsoll.data-sources.dataSource.profile=x | plimsoll.profile is 'x', but must be test, dev or prod.
            plimsoll.n-plus-one.execution=5            | 'plimsoll.n-plus-one.execution' is not a property of Plimsoll.
            plimsoll.data-sources.orders.profil=dev    | 'plimsoll.data-sources.orders.profil' is not a property of Plimsoll.
            plimsoll.replicas=host1,host2              | 'plimsoll.replicas' has a text, but is a list here.
            plimsoll.replicas[0].name=near             | 'plimsoll.replicas[0]' has no url.
            plimsoll.replicas[0].url=postgres://replica| 'plimsoll.replicas[0].url' is 'postgres://replica', which no JDBC driver accepts.
            plimsoll.replicas[0].url=jdbc:plimsoll:h2:x| 'plimsoll.replicas[0].url' begins with jdbc:plimsoll:.
            plimsoll.silence=n-plus-oen                | plimsoll.silence has 'n-plus-oen', which is neither the id of a finding nor a kind: commit-per-save,
            plimsoll.data-sources.dataSource.silence=no| plimsoll.silence has 'no', which is neither the id of a finding nor a kind: commit-per-save,
            plimsoll.causal-cookie.secret=short        | 'plimsoll.causal-cookie.secret' has 5 characters.
            plimsoll.causal-cookie.name=my cookie      | 'plimsoll.causal-cookie.name' is 'my cookie', which HTTP does not allow as a name.
            plimsoll.causal-cookie.header=my:header    | 'plimsoll.causal-cookie.header' is 'my:header', which HTTP does not allow as a name.
            """)
    void aWrongPropertyIsExplained(String property, String told) {
        Boot.watched().withPropertyValues(property).run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());
            assertThat(analysis.getDescription()).startsWith(told);
            assertThat(analysis.getAction()).isNotEmpty();
        });
    }

    @Test
    void aMisspeltNameIsAnsweredWithTheNearest() {
        Boot.watched()
                .withPropertyValues("plimsoll.exclude-bean=archive")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getAction())
                        .startsWith("Did you mean 'plimsoll.exclude-beans'?"));
    }

    @Test
    void theExplanationSaysWhereTheValueStands() {
        Boot.watched()
                .withSystemProperties("plimsoll.profile=prd")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .contains("It stands in \"plimsoll.profile\" from property source \"systemProperties\""));
    }

    @Test
    void keysThatOnlyTheStarterHasMayBeSystemProperties() {
        Boot.watched()
                .withSystemProperties("plimsoll.exclude-beans=archive", "plimsoll.silence=n-plus-one")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aReplicaThatIsRequiredAndDownIsExplained() {
        Boot.watched()
                .withPropertyValues(
                        "plimsoll.replicas-required=true",
                        "plimsoll.replicas[0].url=jdbc:h2:tcp://localhost:1/none",
                        "spring.datasource.hikari.connection-timeout=250")
                .run(context -> {
                    FailureAnalysis analysis = analysis(context.getStartupFailure());
                    assertThat(analysis.getDescription())
                            .startsWith(
                                    "The replica 'replica-1' (plimsoll.replicas[0]) at jdbc:h2:tcp://localhost:1/none"
                                            + " cannot be reached: ");
                    assertThat(analysis.getAction()).contains("plimsoll.replicas-required=false");
                });
    }

    @Test
    void replicasOfNobodyInParticularAreExplained() {
        Boot.watched()
                .withUserConfiguration(Two.class)
                .withPropertyValues("plimsoll.replicas[0].url=" + Boot.url("replica"))
                .run(context -> assertThat(analysis(context.getStartupFailure()).getDescription())
                        .startsWith("'plimsoll.replicas' does not tell whose replicas they are: there are the data"
                                + " sources one, two"));
    }

    @Test
    void aPoolThatIsInjectedByItsClassIsExplained() {
        Boot.watched()
                .withUserConfiguration(ByClass.class)
                .run(context -> assertThat(analysis(context.getStartupFailure()).getAction())
                        .isEqualTo(
                                "Inject javax.sql.DataSource and call unwrap(HikariDataSource.class) on it, or do not"
                                        + " watch it: plimsoll.exclude-beans=dataSource"));
    }

    private static FailureAnalysis analysis(Throwable failure) {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, notMade) -> {}); // some of Spring Boot's need more
        return analyzers.stream()
                .filter(analyzer -> analyzer.getClass().getPackageName().equals("dev.plimsoll.spring"))
                .map(analyzer -> analyzer.analyze(failure))
                .filter(analysis -> analysis != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not explained", failure));
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {
        @Bean
        DataSource one() {
            return new HikariDataSource();
        }

        @Bean
        DataSource two() {
            return new HikariDataSource();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ByClass {
        @Bean
        String user(HikariDataSource pool) {
            return pool.toString();
        }
    }
}
