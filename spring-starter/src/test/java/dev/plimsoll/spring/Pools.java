package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

/** The three pools that Spring Boot makes. */
final class Pools {
    static final List<String> TYPES = List.of(
            "com.zaxxer.hikari.HikariDataSource",
            "org.apache.tomcat.jdbc.pool.DataSource",
            "org.apache.commons.dbcp2.BasicDataSource");

    private Pools() {}

    static Stream<String> types() {
        return TYPES.stream();
    }

    /** Connections that were taken and not given back. */
    static int inUse(DataSource dataSource) throws SQLException {
        DataSource pool = dataSource.unwrap(DataSource.class);
        if (pool instanceof HikariDataSource hikari) {
            return hikari.getHikariPoolMXBean() == null
                    ? 0
                    : hikari.getHikariPoolMXBean().getActiveConnections();
        }
        if (pool instanceof org.apache.tomcat.jdbc.pool.DataSource tomcat) {
            return tomcat.getActive();
        }
        return ((BasicDataSource) pool).getNumActive();
    }

    static void assertNothingLeaks(DataSource dataSource) throws SQLException {
        assertThat(inUse(dataSource)).as("connections not given back").isZero();
    }
}
