package dev.plimsoll.spring;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.config.PlimsollUrl;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.ClassUtils;

/** Where a data source stands among the others: pools are watched, and what only leads to a pool is left alone. */
final class Standing {
    private static final boolean ROUTING = ClassUtils.isPresent(
            "org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource", Standing.class.getClassLoader());

    /** What Spring puts before the name of a bean that has a scope, whose own name its proxy has. */
    private static final String SCOPED = "scopedTarget.";

    private Standing() {}

    /** A bean's name as its author wrote it. */
    static String name(String bean) {
        return bean.startsWith(SCOPED) ? bean.substring(SCOPED.length()) : bean;
    }

    /** Why a bean is left alone; null if it is a pool to watch. Tells by the instance, and opens and makes nothing. */
    static @Nullable String reasonToLeave(DataSource dataSource, String bean, ConfigurableBeanFactory beans) {
        if (bean.startsWith(SCOPED) && !isInterface(beans, bean)) {
            return "a scope holds it, and its proxy is of its class; make its @Bean method return DataSource to have it watched";
        }
        if (dataSource instanceof ScopedObject) {
            return isInterface(beans, SCOPED + bean) ? "what its scope holds is watched" : null;
        }
        if (!bean.startsWith(SCOPED) && beans.containsBean(bean) && !beans.isSingleton(bean)) {
            return "it is made anew for each who asks";
        }
        if (leads(dataSource)) {
            return isWatched(dataSource)
                    ? "the pool that it leads to is watched"
                    : "it only leads to other data sources";
        }
        return isWatched(dataSource) ? "it is watched already" : reasonOf(Pool.of(dataSource));
    }

    /** Whether the proxy of a scope goes by an interface, so that what the scope holds can be replaced by another of its kind. */
    private static boolean isInterface(ConfigurableBeanFactory beans, String bean) {
        if (!beans.containsBean(bean)) {
            return false;
        }
        Class<?> type = beans.getMergedBeanDefinition(bean).getResolvableType().resolve();
        return type != null && type.isInterface();
    }

    private static boolean leads(DataSource dataSource) {
        if (dataSource instanceof DelegatingDataSource || ROUTING && dataSource instanceof AbstractRoutingDataSource) {
            return true;
        }
        return AopUtils.isAopProxy(dataSource)
                && (!(AopProxyUtils.getSingletonTarget(dataSource) instanceof DataSource target) || leads(target));
    }

    /** Lazy proxies and routing data sources would look for a connection if they were asked, so they are taken apart instead. */
    private static boolean isWatched(DataSource dataSource) {
        DataSource inner = dataSource;
        while (inner instanceof DelegatingDataSource delegating && !(inner instanceof Watched$$DataSource)) {
            DataSource target = delegating.getTargetDataSource();
            if (target == null) {
                return false;
            }
            inner = target;
        }
        return inner instanceof Watched$$DataSource || !leads(inner) && Plimsoll.isWatched(inner);
    }

    private static @Nullable String reasonOf(Pool pool) {
        if (pool.url() != null && PlimsollUrl.accepts(pool.url())) {
            return "its URL begins with " + PlimsollUrl.PREFIX + ", which watches it with the options of the URL";
        }
        DataSource source = pool.source();
        return source != null && isWatched(source) ? "the data source under it is watched already" : null;
    }
}
