package dev.plimsoll.spring;

import dev.plimsoll.route.Routing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** Which data source beans are watched, and which are not and why. Safe for use by many threads. */
public final class WatchedBeans implements DisposableBean {
    private final Map<Object, WatchedBean> byPool = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<String, String> leftAlone = Collections.synchronizedMap(new TreeMap<>());

    void add(DataSource pool, WatchedBean bean) {
        byPool.put(pool, bean);
    }

    void leave(String bean, String reason) {
        leftAlone.put(bean, reason);
    }

    boolean has(Object pool) {
        return byPool.containsKey(pool);
    }

    List<WatchedBean> all() {
        synchronized (byPool) {
            return new ArrayList<>(byPool.values());
        }
    }

    /** The routing of each that has replicas, by bean. */
    public Map<String, Routing> routings() {
        Map<String, Routing> found = new TreeMap<>();
        for (WatchedBean bean : all()) {
            bean.routing().ifPresent(routing -> found.put(bean.name(), routing));
        }
        return found;
    }

    /** By bean, why it is not watched. */
    Map<String, String> leftAlone() {
        synchronized (leftAlone) {
            return new TreeMap<>(leftAlone);
        }
    }

    /** A pool is about to end. */
    void close(Object pool) {
        close(byPool.remove(pool));
    }

    private static void close(@Nullable WatchedBean bean) {
        if (bean != null) {
            bean.close();
        }
    }

    /** Ends what no pool's end has ended, such as that of a scope. */
    @Override
    public void destroy() {
        all().forEach(WatchedBean::close);
        byPool.clear();
    }
}
