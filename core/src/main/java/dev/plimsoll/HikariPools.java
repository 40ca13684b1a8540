package dev.plimsoll;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** All that is known of HikariCP, which is optional: nothing else refers to its classes. */
final class HikariPools {
    private static final boolean PRESENT = isPresent();

    private HikariPools() {}

    private static boolean isPresent() {
        try {
            Class.forName("com.zaxxer.hikari.HikariDataSource", false, HikariPools.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static boolean arePossible() {
        return PRESENT;
    }

    /**
     * A pool for one node of a URL. It opens nothing until it is asked to, so that a node may be down, and keeps no more than is used.
     *
     * @param url the real driver's
     */
    static DataSource of(String node, String url, Properties properties, int connections) {
        HikariConfig config = config(node, connections);
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties);
        return new HikariDataSource(config);
    }

    /**
     * The same over unpooled connections. A pool that is closed breaks no connection that is out: it ends when they are back.
     */
    static DataSource of(String node, DataSource unpooled, int connections) {
        HikariConfig config = config(node, connections);
        config.setDataSource(unpooled);
        return new PatientPool(config);
    }

    private static HikariConfig config(String node, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plimsoll-" + node);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** The most connections that {@code pool} opens, if it is one of HikariCP's. */
    static OptionalInt size(DataSource pool) {
        try {
            return PRESENT && pool.isWrapperFor(HikariDataSource.class)
                    ? OptionalInt.of(pool.unwrap(HikariDataSource.class).getMaximumPoolSize())
                    : OptionalInt.empty();
        } catch (SQLException e) {
            return OptionalInt.empty(); // it wraps something else
        }
    }

    /** HikariCP itself would abort the connections that are out. */
    private static final class PatientPool extends HikariDataSource {
        private static final long PAUSE_MILLIS = 50;

        private final AtomicBoolean closing = new AtomicBoolean();

        PatientPool(HikariConfig config) {
            super(config);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (closing.get()) {
                throw new SQLTransientConnectionException(getPoolName() + " is closed");
            }
            return super.getConnection();
        }

        @Override
        public void close() {
            if (!closing.compareAndSet(false, true)) {
                return;
            }
            if (isAtRest()) {
                super.close();
            } else {
                Thread end = new Thread(this::endWhenAtRest, getPoolName() + "-end");
                end.setDaemon(true);
                end.setContextClassLoader(null);
                end.start();
            }
        }

        private boolean isAtRest() {
            HikariPoolMXBean pool = getHikariPoolMXBean();
            return pool == null || pool.getActiveConnections() == 0;
        }

        private void endWhenAtRest() {
            try {
                getHikariPoolMXBean().softEvictConnections();
                while (!isAtRest()) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            super.close();
        }
    }
}
