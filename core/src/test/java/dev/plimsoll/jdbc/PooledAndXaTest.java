package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.testing.Database;
import dev.plimsoll.work.ObservedStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.CommonDataSource;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.PooledConnection;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.xa.PGXADataSource;

/** Connections for pools and for transaction managers. */
class PooledAndXaTest {

    @Nested
    class OverH2 extends Contract {
        @Override
        Database create() throws SQLException {
            return Database.h2();
        }

        @Override
        CommonDataSource xa(String url) {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setUrl(url);
            return dataSource;
        }

        @Override
        CommonDataSource pooled(String url) {
            return xa(url);
        }
    }

    @Nested
    class OverPostgres extends Contract {
        @Override
        Database create() throws SQLException {
            return Database.postgres();
        }

        @Override
        CommonDataSource xa(String url) {
            PGXADataSource dataSource = new PGXADataSource();
            dataSource.setUrl(url);
            return dataSource;
        }

        @Override
        CommonDataSource pooled(String url) {
            PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
            dataSource.setUrl(url);
            return dataSource;
        }
    }

    abstract static class Contract {
        private final Recording recording = new Recording();
        private Database database;

        abstract Database create() throws SQLException;

        abstract CommonDataSource xa(String url);

        abstract CommonDataSource pooled(String url);

        @BeforeEach
        void createDatabase() throws SQLException {
            database = create();
            database.execute("create table t (a bigint)");
        }

        @AfterEach
        void nothingIsLeftOpen() throws SQLException {
            recording.close();
            await().until(() -> database.sessions() == 0);
            database.close();
        }

        private XAConnection xaConnection() throws SQLException {
            return ((XADataSource) recording.interception.wrap(xa(database.url()))).getXAConnection();
        }

        private PooledConnection pooledConnection() throws SQLException {
            return ((ConnectionPoolDataSource) recording.interception.wrap(pooled(database.url())))
                    .getPooledConnection();
        }

        private void insert(Connection connection) throws SQLException {
            connection.createStatement().executeUpdate("insert into t values (1)");
        }

        @Test
        @DisplayName("S5: a transaction in two phases, whose commit belongs to its manager")
        void commitsInTwoPhases() throws Exception {
            XAConnection physical = xaConnection();
            XAResource resource = physical.getXAResource();
            Branch branch = new Branch(1);
            ObservedStatement observed = recording.statement(() -> {
                Connection connection = physical.getConnection();
                resource.start(branch, XAResource.TMNOFLAGS);
                insert(connection);
                if (database.isPostgres()) { // H2 leaves that to the application
                    assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
                }
                resource.end(branch, XAResource.TMSUCCESS);
                assertThat(resource.prepare(branch)).isEqualTo(XAResource.XA_OK);
                resource.commit(branch, false);
                connection.close();
            });
            physical.close();
            assertThat(database.number("select count(*) from t")).isEqualTo(1);
            assertThat(observed.transactions().autocommitted()).isZero();
            assertThat(recording.leftOpen()).isEmpty();
        }

        @Test
        @DisplayName("S5: autocommit is no signal where others begin transactions; what the application says is")
        void aHandleIsOneTransactionUnlessTheApplicationSaysOtherwise() throws Exception {
            XAConnection physical = xaConnection();
            ObservedStatement observed = recording.statement(() -> {
                for (int i = 0; i < 2; i++) {
                    Connection connection = physical.getConnection();
                    insert(connection);
                    insert(connection);
                    connection.close();
                }
                Connection connection = physical.getConnection();
                connection.setAutoCommit(true);
                insert(connection);
                connection.close();
            });
            physical.close();
            assertThat(observed.transactions().committed()).isEqualTo(2);
            assertThat(observed.transactions().autocommitted()).isEqualTo(1);
        }

        @Test
        @DisplayName("S5: each getConnection is a new handle, resources are the driver's own and compare")
        void handlesAreNewAndResourcesRaw() throws Exception {
            XAConnection physical = xaConnection();
            Connection first = physical.getConnection();
            Connection second = physical.getConnection();
            assertThat(first).isInstanceOf(Watched.class).isNotSameAs(second);
            assertThat(second).isInstanceOf(Watched.class);
            XAConnection other = xaConnection();
            assertThat(physical.getXAResource()).isNotInstanceOf(Watched.class);
            assertThat(physical.getXAResource().isSameRM(physical.getXAResource()))
                    .isTrue();
            XAConnection unwatched = ((XADataSource) xa(database.url())).getXAConnection();
            assertThat(physical.getXAResource().isSameRM(other.getXAResource()))
                    .isEqualTo(physical.getXAResource().isSameRM(unwatched.getXAResource()));
            unwatched.close();
            physical.close();
            other.close();
        }

        @Test
        void eventsNameTheConnectionThatThePoolKnows() throws Exception {
            PooledConnection physical = pooledConnection();
            List<Object> sources = new ArrayList<>();
            ConnectionEventListener listener = new ConnectionEventListener() {
                @Override
                public void connectionClosed(ConnectionEvent event) {
                    sources.add(event.getSource());
                }

                @Override
                public void connectionErrorOccurred(ConnectionEvent event) {
                    sources.add(event.getSource());
                }
            };
            physical.addConnectionEventListener(listener);
            Connection connection = physical.getConnection();
            insert(connection);
            connection.close();
            physical.removeConnectionEventListener(listener);
            physical.getConnection().close();
            physical.close();
            assertThat(sources).containsExactly(physical);
        }

        @Test
        void handlesOfAPooledConnectionAreWatched() throws Exception {
            PooledConnection physical = pooledConnection();
            ObservedStatement observed = recording.statement(() -> {
                for (int i = 0; i < 2; i++) {
                    try (Connection connection = physical.getConnection()) {
                        connection.setAutoCommit(false);
                        insert(connection);
                        connection.commit();
                    }
                }
            });
            physical.close();
            assertThat(observed.transactions().committed()).isEqualTo(2);
        }
    }

    private record Branch(int number) implements Xid {
        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return new byte[] {(byte) number};
        }

        @Override
        public byte[] getBranchQualifier() {
            return new byte[] {1};
        }
    }
}
