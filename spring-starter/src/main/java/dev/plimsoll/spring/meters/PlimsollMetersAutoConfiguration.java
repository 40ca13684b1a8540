package dev.plimsoll.spring.meters;

import dev.plimsoll.spring.DataSourceTotals;
import dev.plimsoll.spring.DataSourceWatching;
import dev.plimsoll.spring.PlimsollAutoConfiguration;
import dev.plimsoll.spring.WatchedBeans;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Measures statements, transactions, findings and routing with Micrometer; docs/spring.md names the meters. */
@AutoConfiguration(
        after = PlimsollAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({DataSourceWatching.class, MeterRegistry.class})
public final class PlimsollMetersAutoConfiguration {

    @Bean
    FindingMeters plimsollFindingMeters(ObjectProvider<MeterRegistry> registry) {
        return new FindingMeters(registry::getObject);
    }

    @Bean
    StatementMeters plimsollStatementMeters(DataSourceTotals totals) {
        return new StatementMeters(totals);
    }

    @Bean
    RouteMeters plimsollRouteMeters(WatchedBeans beans) {
        return new RouteMeters(beans);
    }
}
