package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.spring.meters.PlimsollMetersAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;

class MetersTest {

    @Test
    void findingsAreCountedByKindAndSeverity() {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(Boot.METRICS, PlimsollMetersAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> {
                    Findings.repeat(context.getBean(DataSource.class), "GET /orders");
                    Findings.repeat(context.getBean(DataSource.class), "GET /orders");
                    assertThat(context.getBean(MeterRegistry.class)
                                    .get("plimsoll.findings")
                                    .tag("kind", "redundant-query")
                                    .tag("severity", "warning")
                                    .counter()
                                    .count())
                            .isEqualTo(2);
                });
    }

    @Test
    void decisionsAndNodesAreMeasuredWhereThereAreReplicas() {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(Boot.METRICS, PlimsollMetersAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues("plimsoll.replicas[0].name=near", "plimsoll.replicas[0].url=" + Boot.url("near"))
                .run(context -> {
                    Findings.repeat(context.getBean(DataSource.class), "GET /orders");
                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    assertThat(registry.get("plimsoll.route.units").functionCounters())
                            .hasSize(2)
                            .anySatisfy(counter -> assertThat(counter.count()).isPositive());
                    assertThat(registry.get("plimsoll.node.lag")
                                    .tag("node", "near")
                                    .timeGauge())
                            .isNotNull();
                    assertThat(registry.get("plimsoll.route.pinned")
                                    .functionCounter()
                                    .count())
                            .isGreaterThanOrEqualTo(0);
                    assertThat(registry.get("plimsoll.node.up")
                                    .tag("node", "near")
                                    .gauge())
                            .isNotNull();
                });
    }
}
