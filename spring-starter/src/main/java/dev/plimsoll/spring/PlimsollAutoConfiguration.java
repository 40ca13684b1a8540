package dev.plimsoll.spring;

import dev.plimsoll.report.Reporter;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Watches the application's data sources. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass({DataSource.class, DelegatingDataSource.class})
public final class PlimsollAutoConfiguration {

    /** Also where nothing is watched: the prefix is no URL for Spring Boot. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static UrlPrefix plimsollUrlPrefix() {
        return new UrlPrefix();
    }

    /** All that {@code plimsoll.enabled=false} leaves out. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "plimsoll.enabled", matchIfMissing = true)
    static final class Watching {

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static PlimsollSettings plimsollSettings(Environment environment) {
            return new PlimsollSettings(environment);
        }

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static FindingRelay plimsollFindingRelay() {
            return new FindingRelay();
        }

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static WatchedBeans plimsollWatchedBeans() {
            return new WatchedBeans();
        }

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static DataSourceTotals plimsollDataSourceTotals() {
            return new DataSourceTotals();
        }

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static DataSourceWatching plimsollDataSourceWatching(
                PlimsollSettings settings,
                UrlPrefix urls,
                FindingRelay relay,
                WatchedBeans watched,
                DataSourceTotals totals,
                ConfigurableListableBeanFactory beans) {
            return new DataSourceWatching(
                    settings, beans, watched, new WatchedBeanFactory(settings, urls, relay, totals, beans));
        }

        @Bean
        static SuspiciousSettings plimsollSuspiciousSettings(
                PlimsollSettings settings, WatchedBeans watched, ConfigurableListableBeanFactory beans) {
            return new SuspiciousSettings(settings, watched, beans);
        }

        @Bean
        static WatchingReport plimsollWatchingReport(
                PlimsollSettings settings,
                WatchedBeans watched,
                FindingRelay relay,
                ObjectProvider<Reporter> reporters) {
            return new WatchingReport(settings, watched, relay, reporters);
        }
    }
}
