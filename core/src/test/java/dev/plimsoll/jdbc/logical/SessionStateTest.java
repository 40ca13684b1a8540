package dev.plimsoll.jdbc.logical;

import static dev.plimsoll.jdbc.logical.Routes.decision;
import static dev.plimsoll.jdbc.logical.Routes.execute;
import static dev.plimsoll.jdbc.logical.Routes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.route.Reason;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What the application has set on its connection holds wherever it goes; what cannot go along keeps it where it is. */
class SessionStateTest extends RoutingContract {
    private static final String READ = "select current_setting('transaction_read_only') from item limit 1";

    @Test
    @DisplayName("T17: settings made by SQL are made again on a replica, and gone when it is given back")
    void settingsFollow() throws SQLException {
        try (Connection connection = routes.open()) {
            execute(connection, "set application_name = 'mine'");
            try (PreparedStatement tenant = connection.prepareStatement("select set_config('app.tenant', ?, false)")) {
                tenant.setString(1, "acme");
                tenant.executeQuery().close();
            }
            String settings = "select current_setting('application_name') || current_setting('app.tenant')"
                    + " || current_setting('transaction_read_only') from item limit 1";
            assertThat(text(connection, settings)).isEqualTo("mineacmeon");
            assertThat(decision(connection).replica()).isTrue();
            execute(connection, "insert into item (name) values ('x')");
            assertThat(text(connection, settings)).isEqualTo("mineacmeoff");
        }
        for (var pool : routes.pools) {
            try (Connection left = pool.getConnection()) {
                assertThat(text(left, "select current_setting('application_name')"))
                        .isNotEqualTo("mine");
            }
        }
    }

    @Test
    @DisplayName("T17: a setting counts once its transaction is committed, and never if that is rolled back")
    void settingsCountOnceCommitted() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "set application_name = 'undone'");
            connection.rollback();
            execute(connection, "set local application_name = 'local'");
            execute(connection, "set statement_timeout = '7s'");
            connection.commit();
            connection.setAutoCommit(true);
            String settings = "select current_setting('application_name') || current_setting('statement_timeout')"
                    + " from item limit 1";
            assertThat(text(connection, settings)).endsWith("7s").doesNotContain("undone", "local");
            assertThat(decision(connection).replica()).isTrue();
        }
    }

    @Test
    @DisplayName("T18: who takes an advisory lock stays on its connection until that is closed")
    void anAdvisoryLockBinds() throws SQLException {
        try (Connection connection = routes.open()) {
            execute(connection, "select pg_advisory_lock(42)");
            String pid = text(connection, "select pg_backend_pid() from item limit 1");
            assertThat(decision(connection).reason()).isEqualTo(Reason.SESSION_BOUND);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            assertThat(text(connection, "select pg_backend_pid()")).isEqualTo(pid);
            connection.commit();
            connection.setReadOnly(false);
            assertThat(text(connection, "select pg_advisory_unlock(42)")).isEqualTo("t");
            connection.commit();
        }
    }

    @Test
    @DisplayName("T18: a lock that nobody else would see is refused on a replica")
    void anAdvisoryLockOnAReplicaIsRefused() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            text(connection, READ);
            assertThat(decision(connection).replica()).isTrue();
            assertThatThrownBy(() -> execute(connection, "select pg_advisory_xact_lock(1)"))
                    .hasMessageContaining("replica");
            connection.rollback();
        }
    }

    @Test
    @DisplayName("T19 T20: temporary tables are seen by the connection that made them, also inside a procedure")
    void temporaryTablesBind() throws SQLException {
        try (Connection connection = routes.open()) {
            execute(connection, "create temp table mine as select 1 as id");
            assertThat(text(connection, "select id from mine")).isEqualTo("1");
            assertThat(decision(connection).reason()).isEqualTo(Reason.SESSION_BOUND);
        }
        cluster.primary()
                .execute("create or replace function makes_temp() returns int language plpgsql as"
                        + " $$ begin create temp table hidden as select 5 as id; return 1; end $$");
        try (Connection connection = routes.open()) {
            assertThat(text(connection, "select makes_temp()")).isEqualTo("1");
            assertThat(decision(connection).replica()).isFalse();
        }
    }

    @Test
    @DisplayName("T53: what was set through JDBC holds on each node, and not for the next user")
    void propertiesFollow() throws SQLException {
        cluster.primary().execute("create schema if not exists other");
        try (Connection connection = routes.open()) {
            connection.setSchema("other");
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            String state =
                    "select current_schema() || current_setting('transaction_isolation') from public.item limit 1";
            assertThat(text(connection, state)).isEqualTo("otherrepeatable read");
            assertThat(decision(connection).reason()).isIn(Reason.PROVEN_READ, Reason.NOT_PROVEN);
            execute(connection, "insert into public.item (name) values ('x')");
            assertThat(text(connection, state)).isEqualTo("otherrepeatable read");
            assertThat(connection.getSchema()).isEqualTo("other");
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
        }
        try (Connection connection = routes.open()) {
            assertThat(text(connection, "select current_setting('search_path') from item limit 1"))
                    .doesNotContain("other");
        }
    }

    @Test
    @DisplayName("T45: one transaction's read-only declaration is not the next connection's")
    void readOnlyDoesNotLeak() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            assertThat(text(connection, READ)).isEqualTo("on");
        }
        try (Connection connection = routes.open()) {
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(connection.getAutoCommit()).isTrue();
            execute(connection, "insert into item (name) values ('x')");
        }
    }

    @Test
    @DisplayName("T48: read-only cannot be changed in a transaction, as the driver says itself")
    void readOnlyCannotBeChangedInATransaction() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into item (name) values ('x')");
            assertThatThrownBy(() -> connection.setReadOnly(true)).isInstanceOf(SQLException.class);
            assertThat(connection.isReadOnly()).isFalse();
            connection.rollback();
            connection.setReadOnly(true);
            assertThat(text(connection, READ)).isEqualTo("on");
            connection.rollback();
        }
    }

    @Test
    @DisplayName("T47: locks outside a transaction, and serializable transactions, are for the primary")
    void locksAreForThePrimary() throws SQLException {
        try (Connection connection = routes.open()) {
            text(connection, "select name from item where id = 1 for update");
            assertThat(decision(connection).replica()).isFalse();
            routes.sample();
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            text(connection, READ);
            assertThat(decision(connection).reason()).isEqualTo(Reason.SERIALIZABLE);
            connection.rollback();
        }
    }

    @Test
    @DisplayName("T14 T16 T7: a transaction that SQL begins, behind a comment or not, is one unit")
    void transactionsBegunBySql() throws SQLException {
        try (Connection connection = routes.open()) {
            execute(connection, "/* from here */ begin");
            assertThat(text(connection, READ)).isEqualTo("off");
            execute(connection, "insert into item (name) values ('x')");
            execute(connection, "commit");
            assertThat(text(connection, READ)).isEqualTo("off");
            assertThat(decision(connection).reason()).isEqualTo(Reason.PINNED_UNRESOLVED);
            routes.sample();
            execute(connection, "begin read only");
            assertThat(decision(connection).reason()).isEqualTo(Reason.DECLARED);
            assertThat(text(connection, READ)).isEqualTo("on");
            execute(connection, "rollback");
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            execute(connection, "set transaction read write");
            assertThat(decision(connection).replica()).isFalse();
            connection.rollback();
        }
    }

    @Test
    void unwrappingToTheDriverBindsToThePrimary() throws SQLException {
        try (Connection connection = routes.open()) {
            assertThat(connection.isWrapperFor(PGConnection.class)).isTrue();
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            assertThat(text(connection, "select pg_backend_pid() from item limit 1"))
                    .isEqualTo(Integer.toString(pid));
            assertThat(decision(connection).reason()).isEqualTo(Reason.SESSION_BOUND);
        }
    }

    @Test
    void batchesAndCallsAreForThePrimary() throws SQLException {
        try (Connection connection = routes.open();
                PreparedStatement insert = connection.prepareStatement("insert into item (name) values (?)");
                CallableStatement call = connection.prepareCall("{? = call upper(?)}")) {
            for (String name : new String[] {"a", "b"}) {
                insert.setString(1, name);
                insert.addBatch();
            }
            assertThat(decision(connection).reason()).isEqualTo(Reason.BATCH);
            assertThat(insert.executeBatch()).containsExactly(1, 1);
            call.registerOutParameter(1, java.sql.Types.VARCHAR);
            call.setString(2, "x");
            call.execute();
            assertThat(call.getString(1)).isEqualTo("X");
            assertThat(decision(connection).replica()).isFalse();
        }
    }

    @Test
    @DisplayName("T5: another connection's transaction says nothing of this one's")
    void connectionsAreIndependent() throws SQLException {
        try (Connection outer = routes.open();
                Connection inner = routes.open()) {
            outer.setAutoCommit(false);
            execute(outer, "insert into item (name) values ('outer')");
            inner.setReadOnly(true);
            inner.setAutoCommit(false);
            assertThat(text(inner, READ)).isEqualTo("on");
            inner.commit();
            assertThat(text(outer, "select name from item where name = 'outer'"))
                    .isEqualTo("outer");
            assertThat(decision(outer).replica()).isFalse();
            outer.rollback();
        }
    }

    @Test
    @DisplayName("T9: metadata that frameworks ask for first takes no connection, and the rest one where reads go")
    void metaDataTakesNoConnection() throws SQLException {
        try (Connection connection = routes.open()) {
            text(connection, READ);
        }
        try (Connection connection = routes.open()) {
            assertThat(connection.getMetaData().getURL()).contains("postgresql");
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(routes.borrowed()).isZero();
            try (ResultSet tables = connection.getMetaData().getTables(null, "public", "item", null)) {
                assertThat(tables.next()).isTrue();
                assertThat(decision(connection).replica()).isTrue();
            }
        }
    }
}
