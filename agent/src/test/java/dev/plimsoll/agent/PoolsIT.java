package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.Plimsoll;
import dev.plimsoll.testing.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;

/** Around what the agent puts its wrapper: once, and outside the pool. */
class PoolsIT {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    @Test
    void hikariIsWatchedOutside() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            watchedOnceAndOutside(pool);
        }
    }

    @Test
    void hikariOverADataSourceIsWatchedOutside() throws SQLException {
        try (Database database = Database.h2();
                HikariDataSource pool = database.pool()) {
            watchedOnceAndOutside(pool);
        }
    }

    @Test
    void tomcatIsWatchedOutside() throws SQLException {
        org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
        pool.setUrl(url);
        pool.setDriverClassName("org.h2.Driver");
        try {
            watchedOnceAndOutside(pool);
        } finally {
            pool.close();
        }
    }

    @Test
    void dbcpIsWatchedOutside() throws SQLException {
        try (BasicDataSource pool = new BasicDataSource()) {
            pool.setUrl(url);
            pool.setAccessToUnderlyingConnectionAllowed(true);
            watchedOnceAndOutside(pool);
        }
    }

    private static void watchedOnceAndOutside(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getClass().getName()).startsWith("dev.plimsoll.jdbc.Watched");
            assertThat(connection.getClass().getClassLoader())
                    .as("our own loader, not the application's")
                    .isNotSameAs(PoolsIT.class.getClassLoader());
            Connection handle = connection.unwrap(Connection.class);
            assertThat(handle).isNotInstanceOf(JdbcConnection.class);
            assertThat(ConnectionWatch.isWatched(handle)).isFalse();
            assertThat(connection.unwrap(JdbcConnection.class).getClass()).isEqualTo(JdbcConnection.class);
        }
    }

    @Test
    void whatTheApplicationWrapsItselfIsLeftToIt() throws SQLException {
        try (Database database = Database.h2();
                HikariDataSource pool = database.pool()) {
            leftToTheApplication(Plimsoll.wrap(pool).getConnection());
            leftToTheApplication(Plimsoll.wrap(database.dataSource()).getConnection());
        }
    }

    @Test
    void aUrlOfPlimsollIsLeftToIt() throws SQLException {
        String watched = url.replaceFirst("jdbc:", "jdbc:plimsoll:");
        leftToTheApplication(DriverManager.getConnection(watched));
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(watched);
            try (Connection connection = pool.getConnection()) {
                assertThat(ConnectionWatch.isWatched(connection)).isTrue();
                assertThat(connection.getClass().getName()).startsWith("com.zaxxer.hikari.");
            }
        }
    }

    private static void leftToTheApplication(Connection connection) throws SQLException {
        try (connection) {
            assertThat(connection.getClass().getName()).startsWith("dev.plimsoll.jdbc.Watched");
            assertThat(connection.getClass().getClassLoader()).isSameAs(PoolsIT.class.getClassLoader());
            assertThat(ConnectionWatch.isWatched(connection.unwrap(Connection.class)))
                    .isFalse();
        }
    }
}
