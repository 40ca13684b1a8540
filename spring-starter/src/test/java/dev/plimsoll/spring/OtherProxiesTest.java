package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.cloud.autoconfigure.ConfigurationPropertiesRebinderAutoConfiguration;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.context.config.annotation.RefreshScope;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** Others put proxies around data sources too. */
class OtherProxiesTest {

    @Test
    void anAspectOnADataSourceIsCalledAndThePoolIsWatched() {
        Boot.watched()
                .withUserConfiguration(Advice.class)
                .withBean(Findings.class, Findings::new)
                .run(context -> {
                    DataSource dataSource = context.getBean(DataSource.class);
                    Findings.repeat(dataSource, "GET /orders");
                    assertThat(context.getBean(AtomicInteger.class)).hasValue(1);
                    assertThat(context.getBean(Findings.class).all).isNotEmpty();
                    assertThat(DataSourceUnwrapper.unwrap(dataSource, HikariDataSource.class))
                            .isNotNull();
                });
    }

    @Test
    void aDataSourceInRefreshScopeIsWatchedBeforeAndAfterARefresh() {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(RefreshAutoConfiguration.class))
                .withUserConfiguration(Refreshed.class)
                .withBean(Findings.class, Findings::new)
                .run(context -> {
                    DataSource dataSource = context.getBean("refreshed", DataSource.class);
                    Findings.repeat(dataSource, "before");
                    HikariDataSource before = dataSource.unwrap(HikariDataSource.class);
                    assertThat(before.getPoolName()).isNotEmpty();
                    context.getBean(org.springframework.cloud.context.scope.refresh.RefreshScope.class)
                            .refreshAll();
                    Findings.repeat(dataSource, "after");
                    assertThat(context.getBean(Findings.class).all).isNotEmpty();
                    assertThat(before.isClosed()).isTrue();
                    assertThat(context.getBean(WatchedBeans.class).all())
                            .extracting(WatchedBean::name)
                            .containsExactly("refreshed");
                });
    }

    @Test
    void aChangeOfTheEnvironmentDoesNotCloseThePool() {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(
                        RefreshAutoConfiguration.class, ConfigurationPropertiesRebinderAutoConfiguration.class))
                .run(context -> {
                    DataSource dataSource = context.getBean(DataSource.class);
                    dataSource.getConnection().close();
                    context.publishEvent(new EnvironmentChangeEvent(
                            context, java.util.Set.of("spring.datasource.hikari.maximum-pool-size")));
                    assertThat(dataSource.unwrap(HikariDataSource.class).isClosed())
                            .isFalse();
                    dataSource.getConnection().close();
                });
    }

    @Test
    void aLazyProxyEndsUpOutside() {
        Boot.watched()
                .withPropertyValues("spring.datasource.connection-fetch=lazy")
                .withBean(Findings.class, Findings::new)
                .run(context -> {
                    Findings.repeat(context.getBean(DataSource.class), "GET /orders");
                    assertThat(context.getBean(Findings.class).all).isNotEmpty();
                });
    }

    @Test
    void anEmbeddedDatabaseStaysOne() {
        Boot.watched()
                .withUserConfiguration(Embedded.class)
                .withBean(Findings.class, Findings::new)
                .run(context -> {
                    EmbeddedDatabase database = context.getBean(EmbeddedDatabase.class);
                    Findings.repeat(database, "GET /orders");
                    assertThat(context.getBean(Findings.class).all).isNotEmpty();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Advice {
        @Bean
        static DefaultAdvisorAutoProxyCreator creator() {
            DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
            creator.setProxyTargetClass(true);
            return creator;
        }

        @Bean
        static AtomicInteger calls() {
            return new AtomicInteger();
        }

        @Bean
        static Advisor counting(AtomicInteger calls) {
            NameMatchMethodPointcutAdvisor advisor =
                    new NameMatchMethodPointcutAdvisor((org.aopalliance.intercept.MethodInterceptor) invocation -> {
                        calls.incrementAndGet();
                        return invocation.proceed();
                    });
            advisor.setMappedName("getConnection");
            advisor.setClassFilter(type -> DataSource.class.isAssignableFrom(type));
            return advisor;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Refreshed {
        @Bean
        @RefreshScope
        DataSource refreshed() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(Boot.url("refreshed"));
            return pool;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Embedded {
        @Bean
        EmbeddedDatabase database() {
            return new EmbeddedDatabaseBuilder()
                    .setType(EmbeddedDatabaseType.H2)
                    .generateUniqueName(true)
                    .build();
        }
    }
}
