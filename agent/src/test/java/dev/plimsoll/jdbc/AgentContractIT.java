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

    abstract static class OverH2 extends ConnectionContract implements OwnObjectsContract {
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
        Connection openUnwatched() throws SQLException {
            return bare(open());
        }
    }

    abstract static class OverPostgres extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        @Override
        Connection openUnwatched() throws SQLException {
            return bare(open());
        }
    }

    @Nested
    class OfTheDriverManagerOverH2 extends OverH2 {
        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(database().url());
        }
    }

    @Nested
    class OfADataSourceOverH2 extends OverH2 {
        @Override
        public Connection open() throws SQLException {
            return database().dataSource().getConnection();
        }
    }

    @Nested
    class OfAPoolOverH2 extends OverH2 {
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
        long checkedOut() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }
    }

    @Nested
    class OfTheDriverManagerOverPostgres extends OverPostgres {
        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(database().url());
        }
    }

    @Nested
    class OfADataSourceOverPostgres extends OverPostgres {
        @Override
        public Connection open() throws SQLException {
            return database().dataSource().getConnection();
        }
    }

    @Nested
    class OfAPoolOverPostgres extends OverPostgres {
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
        long checkedOut() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }
    }
}
