package dev.plimsoll.spring.units;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.spring.Boot;
import dev.plimsoll.spring.WatchedBeans;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class CausalReadersTest {
    private static final String SECRET = "plimsoll.causal-cookie.secret=0123456789abcdef";

    @Test
    void namesHaveNoSuffixWhereOneDataSourceHasReplicas() {
        Boot.watched()
                .withPropertyValues(SECRET, "plimsoll.replicas[0].url=" + Boot.url("near"))
                .run(context -> assertThat(new CausalReaders(context.getBean(WatchedBeans.class)).routings())
                        .containsOnlyKeys(""));
    }

    @Test
    void namesEndWithThatOfTheBeanWhereSeveralHave() {
        Boot.watched()
                .withUserConfiguration(Two.class)
                .withPropertyValues(
                        SECRET,
                        "plimsoll.data-sources.one.replicas[0].url=" + Boot.url("near"),
                        "plimsoll.data-sources.two.replicas[0].url=" + Boot.url("near"))
                .run(context -> assertThat(new CausalReaders(context.getBean(WatchedBeans.class)).routings())
                        .containsOnlyKeys("-one", "-two"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {
        @Bean
        DataSource one() {
            return pool();
        }

        @Bean
        DataSource two() {
            return pool();
        }

        private static HikariDataSource pool() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(Boot.url("main"));
            return pool;
        }
    }
}
