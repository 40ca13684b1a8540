package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import javax.management.ObjectName;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What Spring Boot does with pools, it does with the pool under a watched data source. */
class PoolIsReachedTest {

    @ParameterizedTest
    @MethodSource("dev.plimsoll.spring.Pools#types")
    void poolMetricsAreTheSameAsWithoutPlimsoll(String type) {
        Set<String> without = new TreeSet<>();
        Set<String> with = new TreeSet<>();
        measured(Boot.plain(), type).run(context -> without.addAll(meters(context.getBean(MeterRegistry.class))));
        measured(Boot.watched(), type).run(context -> with.addAll(meters(context.getBean(MeterRegistry.class))));
        assertThat(without).contains("jdbc.connections.max {name=dataSource} 10.0");
        assertThat(with).isEqualTo(without);
    }

    private static ApplicationContextRunner measured(ApplicationContextRunner runner, String type) {
        String key = type.contains("tomcat")
                ? "tomcat.max-active"
                : type.contains("dbcp2") ? "dbcp2.max-total" : "hikari.maximum-pool-size";
        return runner.withConfiguration(AutoConfigurations.of(Boot.METRICS, Boot.DATA_SOURCE_METRICS))
                .withBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "spring.datasource.type=" + type,
                        "spring.datasource." + key + "=10",
                        "spring.datasource.hikari.pool-name=main");
    }

    private static Set<String> meters(MeterRegistry registry) {
        Set<String> meters = new TreeSet<>();
        registry.forEachMeter(meter -> {
            String name = meter.getId().getName();
            if (name.startsWith("jdbc.") || name.startsWith("hikaricp.")) {
                StringBuilder text = new StringBuilder(name).append(" {");
                meter.getId()
                        .getTags()
                        .forEach(tag -> text.append(tag.getKey()).append('=').append(tag.getValue()));
                text.append('}');
                if (name.equals("jdbc.connections.max")) {
                    text.append(' ').append(value(meter));
                }
                meters.add(text.toString());
            }
        });
        return meters;
    }

    private static double value(Meter meter) {
        return meter.measure().iterator().next().getValue();
    }

    @Test
    void unwrappingReachesThePoolFromEverySide() {
        Boot.watched().run(context -> {
            DataSource dataSource = context.getBean(DataSource.class);
            HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
            assertThat(dataSource.unwrap(DataSource.class)).isSameAs(pool);
            assertThat(dataSource.isWrapperFor(HikariConfigMXBean.class)).isTrue();
            assertThat(DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class))
                    .isSameAs(pool);
            assertThat(DataSourceUnwrapper.unwrap(dataSource, HikariDataSource.class))
                    .isSameAs(pool);
            assertThat(AopUtils.isAopProxy(dataSource)).isTrue();
            assertThat(AopProxyUtils.getSingletonTarget(dataSource)).isSameAs(pool);
            assertThat(AopProxyUtils.ultimateTargetClass(dataSource)).isEqualTo(HikariDataSource.class);
        });
    }

    @Test
    void anotherDataSourceCanBeDerived() {
        Boot.watched().run(context -> {
            DataSource derived = DataSourceBuilder.derivedFrom(context.getBean(DataSource.class))
                    .url(Boot.url("derived"))
                    .build();
            assertThat(derived).isExactlyInstanceOf(HikariDataSource.class);
            ((HikariDataSource) derived).close();
        });
    }

    @Test
    void thePoolIsRegisteredWithJmx() {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(JmxAutoConfiguration.class))
                .withPropertyValues(
                        "spring.jmx.enabled=true",
                        "spring.datasource.hikari.register-mbeans=true",
                        "spring.datasource.hikari.pool-name=inJmx")
                .run(context -> {
                    context.getBean(DataSource.class).getConnection().close();
                    assertThat(ManagementFactory.getPlatformMBeanServer()
                                    .isRegistered(new ObjectName("com.zaxxer.hikari:type=Pool (inJmx)")))
                            .isTrue();
                });
    }

    @Test
    void healthIsTold() {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(Boot.HEALTH))
                .run(context -> assertThat(context.getBean("dbHealthContributor"))
                        .extracting("dataSource")
                        .isSameAs(context.getBean(DataSource.class)));
    }
}
