package dev.plimsoll.spring;

import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

/** Spring Boot's auto-configurations of either line, and applications made of them. */
public final class Boot {
    static final Class<?> DATA_SOURCE = either(
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration");
    static final Class<?> DATA_SOURCE_METRICS = either(
            "org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.jdbc.DataSourcePoolMetricsAutoConfiguration");
    static final Class<?> METRICS = either(
            "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration");
    static final Class<?> HEALTH = either(
            "org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.jdbc.DataSourceHealthContributorAutoConfiguration");
    static final Class<?> FLYWAY = either(
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration");

    private Boot() {}

    /** An application with a data source on H2 in memory, watched. */
    public static ApplicationContextRunner watched() {
        return plain().withConfiguration(AutoConfigurations.of(PlimsollAutoConfiguration.class));
    }

    /** The same without Plimsoll. */
    static ApplicationContextRunner plain() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DATA_SOURCE))
                .withPropertyValues("spring.datasource.url=" + url("main"));
    }

    public static String url(String database) {
        return "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1";
    }

    static Class<?> either(String... names) {
        return Stream.of(names)
                .filter(name -> ClassUtils.isPresent(name, Boot.class.getClassLoader()))
                .findFirst()
                .map(name -> ClassUtils.resolveClassName(name, Boot.class.getClassLoader()))
                .orElseThrow(() -> new IllegalStateException("none of " + String.join(", ", names)));
    }
}
