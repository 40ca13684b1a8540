package dev.plimsoll.spring;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.config.PlimsollUrl;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.ClassUtils;

/** Where a data source stands among the others: pools are watched, and what only leads to a pool is left alone. */
final class Standing {
    private static final boolean ROUTING = ClassUtils.isPresent(
            "org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource", Standing.class.getClassLoader());

    private Standing() {}

    /** Why a bean is left alone; null if it is a pool to watch. Tells by the instance, and opens and makes nothing. */
    static @Nullable String reasonToLeave(DataSource dataSource, String bean, BeanFactory beans) {
        if (isOfScope(bean, beans)) {
            return "it belongs to a scope; what is injected in its place is watched";
        }
        if (dataSource instanceof ScopedObject) {
            return null;
        }
        if (leads(dataSource)) {
            return isWatched(dataSource) ? "the pool that it leads to is watched" : "it only leads to other data sources";
        }
        return isWatched(dataSource) ? "it is watched already" : reasonOf(Pool.of(dataSource));
    }

    private static boolean isOfScope(String bean, BeanFactory beans) {
        return beans.containsBean(bean) && !beans.isSingleton(bean);
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
