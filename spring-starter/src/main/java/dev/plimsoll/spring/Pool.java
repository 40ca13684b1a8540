package dev.plimsoll.spring;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.util.ClassUtils;

/** What has to be known of a pool beyond {@link DataSource}. Nothing here opens a connection. */
interface Pool {

    /** What people call it. */
    String name();

    /** The JDBC URL that it opens connections of; null if it does not say. */
    @Nullable
    String url();

    /** The data source that it takes its connections from; null if from a driver. */
    @Nullable
    DataSource source();

    /**
     * A pool of another node with the same settings, and a connection more, for the node's poller. It opens nothing until it is used.
     *
     * @param name tells it from the primary's in metrics
     * @throws Mistake if pools of this kind cannot be copied
     */
    DataSource derived(String name, ReplicaSettings replica);

    static Pool of(DataSource dataSource) {
        if (Present.HIKARI && HikariPool.is(dataSource)) {
            return HikariPool.of(dataSource);
        }
        if (Present.TOMCAT && TomcatPool.is(dataSource)) {
            return TomcatPool.of(dataSource);
        }
        return Present.DBCP && DbcpPool.is(dataSource) ? DbcpPool.of(dataSource) : new Other(dataSource);
    }

    /** Which pools are on the class path; none has to be. */
    final class Present {
        static final boolean HIKARI = has("com.zaxxer.hikari.HikariDataSource");
        static final boolean TOMCAT = has("org.apache.tomcat.jdbc.pool.DataSource");
        static final boolean DBCP = has("org.apache.commons.dbcp2.BasicDataSource");

        private Present() {}

        private static boolean has(String type) {
            return ClassUtils.isPresent(type, Pool.class.getClassLoader());
        }
    }

    /** Any other data source. */
    record Other(DataSource dataSource) implements Pool {
        @Override
        public String name() {
            return ClassUtils.getUserClass(dataSource).getSimpleName();
        }

        @Override
        public @Nullable String url() {
            return dataSource instanceof AbstractDriverBasedDataSource driverBased ? driverBased.getUrl() : null;
        }

        @Override
        public @Nullable DataSource source() {
            return null;
        }

        @Override
        public DataSource derived(String name, ReplicaSettings replica) {
            throw new Mistake(
                    "'" + replica.property() + "' needs a primary whose pool can be copied, which "
                            + ClassUtils.getUserClass(dataSource).getName() + " cannot.",
                    "Use HikariCP, Tomcat's pool or DBCP2, or give the replica's pool to the builder in a"
                            + " PlimsollCustomizer: builder.replica(name, pool).");
        }
    }
}
