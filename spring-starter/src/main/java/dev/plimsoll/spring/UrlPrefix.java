package dev.plimsoll.spring;

import dev.plimsoll.PlimsollDriver;
import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.PlimsollUrl;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;

/**
 * Takes {@code jdbc:plimsoll:} off the URLs in Spring Boot's properties, and keeps their options for the pool. Spring Boot and Flyway choose
 * driver, user and dialect by a fixed list of prefixes; and with the starter the pool is watched anyhow, with all that the starter adds.
 */
final class UrlPrefix implements BeanPostProcessor, PriorityOrdered {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll");

    /** In Spring Boot 3.5, and where they have moved to in 4. */
    private static final Set<String> HOLDERS = Set.of(
            "org.springframework.boot.autoconfigure.jdbc.DataSourceProperties",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceProperties",
            "org.springframework.boot.autoconfigure.flyway.FlywayProperties",
            "org.springframework.boot.flyway.autoconfigure.FlywayProperties",
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseProperties",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties");

    private final Map<String, Map<String, String>> options = new ConcurrentHashMap<>();

    /** The options of the URL that became {@code url}, by key; none if it had none. */
    Map<String, String> options(@Nullable String url) {
        return url == null ? Map.of() : options.getOrDefault(url, Map.of());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (HOLDERS.contains(bean.getClass().getName())) {
            takeOff(PropertyAccessorFactory.forBeanPropertyAccess(bean), beanName);
        }
        return bean;
    }

    private void takeOff(BeanWrapper holder, String beanName) {
        if (!(holder.getPropertyValue("url") instanceof String url) || !PlimsollUrl.accepts(url)) {
            return;
        }
        PlimsollUrl parsed = parsed(url);
        options.put(parsed.realUrl(), parsed.options());
        holder.setPropertyValue("url", parsed.realUrl());
        if (PlimsollDriver.class.getName().equals(holder.getPropertyValue("driverClassName"))) {
            holder.setPropertyValue("driverClassName", null);
        }
        LOG.info("{} is taken off the URL of {}: the starter does the watching", PlimsollUrl.PREFIX, beanName);
    }

    private static PlimsollUrl parsed(String url) {
        try {
            return PlimsollUrl.parse(url, new Properties());
        } catch (InvalidOptionException e) {
            throw new Mistake(e.getMessage() + ".", "Correct the URL.");
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
