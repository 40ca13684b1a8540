package dev.plimsoll.agent.inside.connections;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** What sort of data source one is, told by the names of its class and superclasses: the application's loaders have the classes. */
enum Kind {
    /** Hands out pooled connections, of which it opens as many as it wants for itself. */
    POOL,
    /** Hands out what another data source has handed to it, maybe not before it is used: that other one's are watched. */
    PROXY,
    /** Anything else. */
    OTHER;

    private static final Set<String> POOLS = Set.of(
            "com.zaxxer.hikari.HikariDataSource",
            "org.apache.tomcat.jdbc.pool.DataSourceProxy",
            "org.apache.commons.dbcp.BasicDataSource",
            "org.apache.commons.dbcp.PoolingDataSource",
            "org.apache.commons.dbcp2.BasicDataSource",
            "org.apache.commons.dbcp2.PoolingDataSource",
            "org.apache.commons.dbcp2.datasources.InstanceKeyDataSource",
            "org.apache.tomcat.dbcp.dbcp2.BasicDataSource",
            "org.apache.tomcat.dbcp.dbcp2.PoolingDataSource",
            "org.apache.tomcat.dbcp.dbcp2.datasources.InstanceKeyDataSource",
            "com.mchange.v2.c3p0.impl.AbstractPoolBackedDataSource",
            "oracle.ucp.jdbc.PoolDataSourceImpl",
            "io.agroal.pool.DataSource",
            "com.alibaba.druid.pool.DruidDataSource",
            "org.vibur.dbcp.ViburDBCPDataSource");

    private static final Set<String> PROXIES = Set.of(
            "org.springframework.jdbc.datasource.DelegatingDataSource",
            "org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource");

    /** Within these packages connections are opened for pools. */
    private static final List<String> OPENERS = List.of(
            "com.zaxxer.hikari.",
            "org.apache.tomcat.jdbc.pool.",
            "org.apache.commons.dbcp.",
            "org.apache.commons.dbcp2.",
            "org.apache.tomcat.dbcp.dbcp2.",
            "com.mchange.v2.",
            "oracle.ucp.",
            "io.agroal.pool.",
            "com.alibaba.druid.pool.",
            "org.vibur.dbcp.",
            "com.atomikos.jdbc.",
            "org.jboss.jca.",
            "com.ibm.ws.rsadapter.",
            "weblogic.jdbc.");

    private static final List<String> PLIMSOLLS = List.of(
            "dev.plimsoll.jdbc.Proxy",
            "dev.plimsoll.jdbc.DataSourceKinds",
            "dev.plimsoll.jdbc.logical.",
            "dev.plimsoll.postgres.",
            "dev.plimsoll.PlimsollDriver",
            "dev.plimsoll.RoutedUrl");

    static Kind of(DataSource dataSource) {
        for (Class<?> type = dataSource.getClass(); type != null; type = type.getSuperclass()) {
            String name = type.getName();
            if (POOLS.contains(name)) {
                return POOL;
            }
            if (PROXIES.contains(name) || isPlimsolls(name)) {
                return PROXY;
            }
        }
        return OTHER;
    }

    /** Whether a method of {@code className}, on the stack of whoever opens a connection, tells that it is opened for a pool. */
    static boolean opensForItself(String className) {
        for (String prefix : OPENERS) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return isPlimsolls(className);
    }

    /** Whether a class in the application's loaders is of the library, which the application then uses itself. */
    static boolean isPlimsolls(String className) {
        for (String prefix : PLIMSOLLS) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
