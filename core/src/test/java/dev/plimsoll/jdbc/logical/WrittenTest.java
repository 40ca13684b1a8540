package dev.plimsoll.jdbc.logical;

import static dev.plimsoll.jdbc.logical.Routes.decision;
import static dev.plimsoll.jdbc.logical.Routes.execute;
import static dev.plimsoll.jdbc.logical.Routes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.route.Reason;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** After which units a reader has to wait for replicas, and after which not. */
class WrittenTest extends RoutingContract {
    private static final String READ = "select name from item order by id limit 1";

    private static Reason next(Connection connection) throws SQLException {
        text(connection, READ);
        return decision(connection).reason();
    }

    @Test
    void aTransactionThatWroteIsWaitedForOnceItIsCommitted() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into item (name) values ('x')");
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(next(connection)).isEqualTo(Reason.PINNED_UNRESOLVED);
        }
    }

    @Test
    void aRollbackAndAReadAreNot() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into item (name) values ('x')");
            connection.rollback();
            text(connection, READ);
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(next(connection)).isEqualTo(Reason.PROVEN_READ);
        }
    }

    @Test
    void turningAutocommitOnCommits() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into item (name) values ('x')");
            connection.setAutoCommit(true);
            assertThat(next(connection)).isEqualTo(Reason.PINNED_UNRESOLVED);
        }
    }

    @Test
    void aCommitInSqlCommits() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into item (name) values ('x')");
            execute(connection, "commit");
            connection.setAutoCommit(true);
            assertThat(next(connection)).isEqualTo(Reason.PINNED_UNRESOLVED);
        }
    }

    @Test
    void aBatchThatFailsInTheMiddleMayHaveWritten() throws SQLException {
        try (Connection connection = routes.open();
                PreparedStatement insert = connection.prepareStatement("insert into item (id) values (?)")) {
            for (int id : new int[] {100, 101, 100}) {
                insert.setInt(1, id);
                insert.addBatch();
            }
            assertThatThrownBy(insert::executeBatch).isInstanceOf(SQLException.class);
            assertThat(next(connection)).isEqualTo(Reason.PINNED_UNRESOLVED);
        }
    }

    @Test
    void aSingleStatementThatFailsHasNotWritten() throws SQLException {
        try (Connection connection = routes.open()) {
            assertThatThrownBy(() -> execute(connection, "insert into item (id) values (1)"))
                    .isInstanceOf(SQLException.class);
            assertThat(next(connection)).isEqualTo(Reason.PROVEN_READ);
        }
    }

    @Test
    void aWriteWhoseMissingRowsTheDriverRefusesHasHappened() throws SQLException {
        try (Connection connection = routes.open();
                PreparedStatement update = connection.prepareStatement("update item set name = 'y'")) {
            assertThatThrownBy(update::executeQuery).isInstanceOf(SQLException.class);
            assertThat(next(connection)).isEqualTo(Reason.PINNED_UNRESOLVED);
            routes.sample();
            assertThat(next(connection)).isNotEqualTo(Reason.PINNED_WINDOW);
        }
    }

    @Test
    void aStatementThatIsLostOnItsWayIsInDoubt() throws SQLException {
        try (Connection connection = routes.open();
                Connection other = routes.open()) {
            execute(connection, "set application_name = 'doomed'");
            cluster.primary()
                    .execute(
                            "create or replace function ends_me() returns trigger language plpgsql as"
                                    + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$",
                            "create trigger ends_me before insert on item for each row execute function ends_me()");
            UnitOfWork.run("doubt", () -> {
                assertThatThrownBy(() -> execute(connection, "insert into item (name) values ('x')"))
                        .isInstanceOf(SQLException.class);
                text(other, READ);
                assertThat(decision(other).replica()).isFalse();
                return null;
            });
        } catch (Exception e) {
            throw new SQLException(e);
        }
    }

    @Test
    void settingsAreNoWrites() throws SQLException {
        try (Connection connection = routes.open()) {
            execute(connection, "set statement_timeout = '30s'");
            assertThat(next(connection)).isEqualTo(Reason.PROVEN_READ);
        }
    }

    // T63
    @Test
    void anAsynchronousCommitIsWaitedForToItsEnd() throws SQLException {
        try (Connection connection = routes.open()) {
            execute(connection, "set synchronous_commit = off");
            for (int i = 0; i < 50; i++) {
                execute(connection, "update item set name = 'v" + i + "' where id = 1");
                routes.sample();
                assertThat(text(connection, "select name from item where id = 1"))
                        .isEqualTo("v" + i);
            }
        }
    }
}
