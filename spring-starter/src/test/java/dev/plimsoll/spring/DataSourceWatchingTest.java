package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.Plimsoll;
import dev.plimsoll.report.Reporter;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

@ExtendWith(OutputCaptureExtension.class)
class DataSourceWatchingTest {

    @ParameterizedTest
    @MethodSource("dev.plimsoll.spring.Pools#types")
    void whatIsExecutedThroughAnyPoolIsJudged(String type) {
        Boot.watched()
                .withUserConfiguration(Reporting.class)
                .withPropertyValues("spring.datasource.type=" + type, "plimsoll.profile=test")
                .run(context -> {
                    DataSource dataSource = context.getBean(DataSource.class);
                    Findings.repeat(dataSource, "GET /orders");
                    assertThat(context.getBean(Findings.class).kinds()).contains("redundant-query");
                    assertThat(context.getBean(Findings.class).all)
                            .allSatisfy(finding -> assertThat(finding.unit()).isEqualTo("GET /orders"));
                    Pools.assertNothingLeaks(dataSource);
                });
    }

    @Test
    void noConnectionIsOpenedWhileBeansAreMade() {
        Boot.watched().run(context -> {
            HikariDataSource pool = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
            assertThat(pool.getHikariPoolMXBean()).isNull();
            assertThat(pool.isRunning()).isFalse();
        });
    }

    @Test
    void thePoolEndsWithTheApplication() {
        HikariDataSource[] pool = new HikariDataSource[1];
        Boot.watched().run(context -> {
            context.getBean(DataSource.class).getConnection().close();
            pool[0] = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
        });
        assertThat(pool[0].isClosed()).isTrue();
    }

    @Test
    void oneLineNamesWhatIsWatchedAndWhatIsNot(CapturedOutput output) {
        Boot.watched()
                .withUserConfiguration(Several.class)
                .withPropertyValues("plimsoll.exclude-beans=arch*")
                .run(context -> assertThat(output)
                        .containsOnlyOnce("Plimsoll watches ")
                        .contains("Plimsoll watches invoices (HikariCP), orders (HikariCP), profile dev; left alone:"
                                + " archive (plimsoll.exclude-beans names it),"
                                + " lazy (the pool that it leads to is watched),"
                                + " routing (it only leads to other data sources)"));
    }

    @Test
    void everyPoolIsWatchedAndWhatLeadsToThemIsLeftAlone() {
        Boot.watched()
                .withUserConfiguration(Several.class)
                .withPropertyValues("plimsoll.exclude-beans[0]=archive")
                .run(context -> {
                    assertThat(context.getBean("orders")).isInstanceOf(AdvisedDataSource.class);
                    assertThat(context.getBean("invoices")).isInstanceOf(AdvisedDataSource.class);
                    assertThat(context.getBean("archive")).isExactlyInstanceOf(HikariDataSource.class);
                    assertThat(context.getBean("lazy")).isExactlyInstanceOf(LazyConnectionDataSourceProxy.class);
                    assertThat(context.getBean("routing")).isExactlyInstanceOf(Routed.class);
                    Pools.assertNothingLeaks((DataSource) context.getBean("orders"));
                });
    }

    @Test
    void nothingIsWatchedWhereThatIsSwitchedOff() {
        Boot.watched()
                .withPropertyValues("plimsoll.enabled=false")
                .run(context ->
                        assertThat(context.getBean(DataSource.class)).isExactlyInstanceOf(HikariDataSource.class));
    }

    @Test
    void oneDataSourceCanBeSwitchedOffAndAnotherHaveOptionsOfItsOwn() {
        Boot.watched()
                .withUserConfiguration(Several.class, Reporting.class)
                .withPropertyValues(
                        "plimsoll.data-sources.archive.enabled=false",
                        "plimsoll.data-sources.orders.silence=redundant-query")
                .run(context -> {
                    assertThat(context.getBean("archive")).isExactlyInstanceOf(HikariDataSource.class);
                    Findings findings = context.getBean(Findings.class);
                    Findings.repeat((DataSource) context.getBean("orders"), "orders");
                    assertThat(findings.all).isEmpty();
                    Findings.repeat((DataSource) context.getBean("invoices"), "invoices");
                    assertThat(findings.kinds()).contains("redundant-query");
                });
    }

    @Test
    void whatTheApplicationWatchesItselfIsLeftAlone(CapturedOutput output) {
        Boot.watched().withUserConfiguration(Own.class).run(context -> {
            assertThat(context.getBean(DataSource.class)).isNotInstanceOf(AdvisedDataSource.class);
            assertThat(output).contains("left alone: own (it is watched already)");
        });
    }

    @Test
    void aPoolThatStandsOnAWatchedDataSourceIsLeftAlone(CapturedOutput output) {
        Boot.watched().withUserConfiguration(OnWatched.class).run(context -> {
            assertThat(context.getBean("onSource")).isExactlyInstanceOf(HikariDataSource.class);
            assertThat(context.getBean("onUrl")).isExactlyInstanceOf(HikariDataSource.class);
            assertThat(output)
                    .contains("onSource (the data source under it is watched already)")
                    .contains(
                            "onUrl (its URL begins with jdbc:plimsoll:, which watches it with the options of the URL)");
        });
    }

    @Test
    void aCustomizerHasTheLastWord() {
        Boot.watched()
                .withUserConfiguration(Reporting.class)
                .withPropertyValues("plimsoll.profile=test")
                .withBean(
                        PlimsollCustomizer.class, () -> (bean, builder) -> builder.option("silence", "redundant-query"))
                .run(context -> {
                    Findings.repeat(context.getBean(DataSource.class), "GET /orders");
                    assertThat(context.getBean(Findings.class).kinds()).doesNotContain("redundant-query");
                });
    }

    @Test
    void aReporterMayNeedTheDataSourceItself() {
        Boot.watched().withUserConfiguration(InACircle.class).run(context -> {
            Findings.repeat(context.getBean(DataSource.class), "GET /orders");
            assertThat(context.getBean(Findings.class).all).isNotEmpty();
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Reporting {
        @Bean
        Findings findings() {
            return new Findings();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InACircle {
        @Bean
        Findings findings() {
            return new Findings();
        }

        @Bean
        Reporter storing(DataSource dataSource, Findings findings) {
            return findings::report;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Several {
        @Bean
        DataSource orders() {
            return pool("orders");
        }

        @Bean
        DataSource invoices() {
            return pool("invoices");
        }

        @Bean
        DataSource archive() {
            return pool("archive");
        }

        @Bean
        DataSource lazy(@Qualifier("orders") DataSource orders) {
            return new LazyConnectionDataSourceProxy(orders);
        }

        @Bean
        DataSource routing() {
            Routed routed = new Routed();
            routed.setTargetDataSources(Map.of("orders", pool("routed")));
            return routed;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        DataSource own() {
            return Plimsoll.wrap(new DriverManagerDataSource(Boot.url("own")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OnWatched {
        @Bean
        DataSource onSource() {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(Plimsoll.wrap(new DriverManagerDataSource(Boot.url("own"))));
            return pool;
        }

        @Bean
        DataSource onUrl() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl("jdbc:plimsoll:h2:mem:own");
            return pool;
        }
    }

    static final class Routed extends AbstractRoutingDataSource {
        @Override
        protected Object determineCurrentLookupKey() {
            return "orders";
        }
    }

    private static HikariDataSource pool(String database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(Boot.url(database));
        return pool;
    }
}
