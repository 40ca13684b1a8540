package dev.plimsoll.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.testing.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The contract for connections that the agent watches: of the driver manager, of a driver's data source and of a pool. */
class AgentContractIT {

    /** What the application would have without the agent. */
    private static Connection bare(Connection watched) throws SQLException {
        if (!Interception.isWatched(watched)) {
            throw new IllegalStateException("the agent does not watch " + watched.getClass());
        }
        return watched.unwrap(Connection.class);
    }

    @Nested
    class OfTheDriverManagerOverH2 extends ConnectionContract implements OwnObjectsContract {
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
            return DriverManager.getConnection(database.url());
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return bare(open());
        }
    }

    @Nested
    class OfADataSourceOverH2 extends ConnectionContract implements OwnObjectsContract {
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
            return database.dataSource().getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return bare(open());
        }
    }

    @Nested
    class OfAPoolOverH2 extends ConnectionContract implements OwnObjectsContract {
        private Database database;
        private HikariDataSource pool;

        @BeforeAll
        void createDatabase() throws SQLException {
            database = Database.h2();
            pool = database.pool();
        }

        @AfterAll
        void closeDatabase() throws SQLException {
            pool.close();
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
            return bare(open());
        }

        @Override
        long checkedOut() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }
    }

    @Nested
    class OfTheDriverManagerOverPostgres extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(database().url());
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return bare(open());
        }
    }

    @Nested
    class OfADataSourceOverPostgres extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        @Override
        public Connection open() throws SQLException {
            return database().dataSource().getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return bare(open());
        }
    }

    @Nested
    class OfAPoolOverPostgres extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        private HikariDataSource pool;

        @BeforeAll
        void createPool() {
            pool = database().pool();
        }

        @AfterAll
        void closePool() {
            pool.close();
        }

        @Override
        public Connection open() throws SQLException {
            return pool.getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return bare(open());
        }

        @Override
        long checkedOut() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }
    }
}
