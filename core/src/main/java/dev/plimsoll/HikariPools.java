package dev.plimsoll;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Properties;
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
        HikariConfig config = new HikariConfig();
        config.setPoolName("plimsoll-" + node);
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
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
}
