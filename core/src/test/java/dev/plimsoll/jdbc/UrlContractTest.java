package dev.plimsoll.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.testing.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract for connections that come by the URL prefix: from the driver manager and under a pool, over H2 and PostgreSQL. */
class UrlContractTest {

    private static String watched(Database database) {
        return "jdbc:plimsoll:" + database.url().substring("jdbc:".length());
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Nested
    class OverH2 extends ConnectionContract implements OwnObjectsContract {
        private Database database;

        @BeforeAll
        void createDatabase() throws SQLException {
            database = Database.h2();
        }

        @AfterAll
        void closeDatabase() throws SQLException {
            database.close();
        }

        @Override
        public Database database() {
            return database;
        }

        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(watched(database));
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return DriverManager.getConnection(database.url());
        }
    }

    @Nested
    class OverPostgres extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(watched(database()));
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return DriverManager.getConnection(database().url());
        }
    }

    @Nested
    class OverPostgresWithVendorInterfaces extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        @Override
        public Connection open() throws SQLException {
            String url = watched(database());
            return DriverManager.getConnection(
                    url + (url.contains("?") ? "&" : "?") + "plimsoll.vendor-interfaces=true");
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return DriverManager.getConnection(database().url());
        }
    }

    @Nested
    class UnderAPoolOfH2 extends ConnectionContract {
        private Database database;
        private HikariDataSource pool;
        private HikariDataSource unwatched;

        @BeforeAll
        void createPools() throws SQLException {
            database = Database.h2();
            pool = pool(watched(database));
            unwatched = pool(database.url());
        }

        @AfterAll
        void closePools() throws SQLException {
            pool.close();
            unwatched.close();
            database.close();
        }

        @Override
        public Database database() {
            return database;
        }

        @Override
        public Connection open() throws SQLException {
            return pool.getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return unwatched.getConnection();
        }

        @Override
        long checkedOut() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }
    }

    @Nested
    class UnderAPoolOfPostgres extends PostgresConnectionContract {
        private HikariDataSource pool;
        private HikariDataSource unwatched;

        @BeforeAll
        void createPools() {
            pool = pool(watched(database()));
            unwatched = pool(database().url());
        }

        @AfterAll
        void closePools() {
            pool.close();
            unwatched.close();
        }

        @Override
        public Connection open() throws SQLException {
            return pool.getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return unwatched.getConnection();
        }

        @Override
        long checkedOut() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }
    }
}
