package dev.plimsoll.spring;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

/**
 * Puts a watched data source in the place of every pool. Before other post-processors, so that lazy proxies end up outside and the time
 * that a connection is really held is seen.
 */
public final class DataSourceWatching implements DestructionAwareBeanPostProcessor, PriorityOrdered {
    private final PlimsollSettings settings;
    private final ConfigurableBeanFactory beans;
    private final WatchedBeans watched;
    private final WatchedBeanFactory factory;

    DataSourceWatching(
            PlimsollSettings settings,
            ConfigurableBeanFactory beans,
            WatchedBeans watched,
            WatchedBeanFactory factory) {
        this.settings = settings;
        this.beans = beans;
        this.watched = watched;
        this.factory = factory;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (!(bean instanceof DataSource dataSource)) {
            return bean;
        }
        String reason = reasonToLeave(dataSource, beanName);
        if (reason != null) {
            watched.leave(beanName, reason);
            return bean;
        }
        WatchedBean made = factory.make(dataSource, Standing.name(beanName));
        if (made == null) {
            watched.leave(beanName, "plimsoll.enabled is false for it");
            return bean;
        }
        watched.add(dataSource, made);
        return dataSource instanceof EmbeddedDatabase embedded
                ? new Watched$$EmbeddedDatabase(embedded, made.watched())
                : new Watched$$DataSource(dataSource, made.watched());
    }

    private @Nullable String reasonToLeave(DataSource dataSource, String bean) {
        return settings.excludes(Standing.name(bean))
                ? "plimsoll.exclude-beans names it"
                : Standing.reasonToLeave(dataSource, bean, beans);
    }

    /** The pool is asked for, since Spring knows the bean as it was. */
    @Override
    public boolean requiresDestruction(Object bean) {
        return watched.has(bean);
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String beanName) {
        watched.close(bean);
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
