package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.testing.Database;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract for a data source that was wrapped: a driver's own and a pool, over H2 and PostgreSQL. */
class DataSourceContractTest {

    @Nested
    class OverH2 extends ConnectionContract implements OwnObjectsContract {
        private final Recording recording = new Recording(Dialect.H2, false);
        private Database database;
        private DataSource dataSource;

        @BeforeAll
        void createDatabase() throws SQLException {
            database = Database.h2();
            dataSource = recording.wrap(database.dataSource());
        }

        @AfterAll
        void closeDatabase() throws SQLException {
            recording.close();
            database.close();
        }

        @Override
        public Database database() {
            return database;
        }

        @Override
        public Connection open() throws SQLException {
            return dataSource.getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return database.dataSource().getConnection();
        }
    }

    @Nested
    class OverAPoolOfH2 extends ConnectionContract implements OwnObjectsContract {
        private final Recording recording = new Recording(Dialect.H2, false);
        private Database database;
        private HikariDataSource pool;

        @BeforeAll
        void createDatabase() throws SQLException {
            database = Database.h2();
            pool = database.pool();
        }

        @AfterAll
        void closeDatabase() throws SQLException {
            recording.close();
            pool.close();
            database.close();
        }

        @Override
        public Database database() {
            return database;
        }

        @Override
        public Connection open() throws SQLException {
            return recording.wrap(pool).getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return pool.getConnection();
        }

        @Override
        long checkedOut() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }
    }

    @Nested
    class OverPostgres extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        private final Recording recording = new Recording(Dialect.POSTGRESQL, false);

        @AfterAll
        void closeRecording() {
            recording.close();
        }

        @Override
        public Connection open() throws SQLException {
            return recording.wrap(database().dataSource()).getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return database().dataSource().getConnection();
        }
    }

    @Nested
    class OverPostgresWithVendorInterfaces extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        private final Recording recording = new Recording(Dialect.POSTGRESQL, true);

        @AfterAll
        void closeRecording() {
            recording.close();
        }

        @Override
        public Connection open() throws SQLException {
            return recording.wrap(database().dataSource()).getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return database().dataSource().getConnection();
        }
    }

    @Nested
    class OverAPoolOfPostgres extends PostgresConnectionContract implements PostgresOwnObjectsContract {
        private final Recording recording = new Recording(Dialect.POSTGRESQL, false);
        private HikariDataSource pool;

        @BeforeAll
        void createPool() {
            pool = database().pool();
        }

        @AfterAll
        void closePool() {
            recording.close();
            pool.close();
        }

        @Override
        public Connection open() throws SQLException {
            return recording.wrap(pool).getConnection();
        }

        @Override
        Connection openUnwatched() throws SQLException {
            return pool.getConnection();
        }

        @Override
        long checkedOut() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }

        @Test
        @DisplayName("U4: the pool can be reached through its wrapper")
        void thePoolCanBeReached() throws SQLException {
            DataSource wrapped = recording.wrap(pool);
            assertThat(wrapped.unwrap(DataSource.class)).isSameAs(pool);
            assertThat(wrapped.unwrap(HikariDataSource.class)).isSameAs(pool);
            assertThat(wrapped.isWrapperFor(HikariConfigMXBean.class)).isTrue();
            assertThat(wrapped.unwrap(HikariConfigMXBean.class)).isSameAs(pool);
            try (Connection connection = wrapped.getConnection()) {
                assertThat(connection.isWrapperFor(org.postgresql.PGConnection.class))
                        .isTrue();
            }
            assertThat(wrapped.isWrapperFor(org.postgresql.ds.PGSimpleDataSource.class))
                    .isTrue();
        }

        @Test
        @DisplayName("X5: a transaction left open is the application's, even if the pool rolls it back")
        void aTransactionLeftToThePoolWasLeftOpen() throws SQLException {
            try (Connection connection = open()) {
                connection.setAutoCommit(false);
                connection.createStatement().executeUpdate("delete from item");
            }
            assertThat(recording.leftOpen()).hasSize(1);
            assertThat(database().number("select count(*) from item")).isEqualTo(3);
        }
    }
}
