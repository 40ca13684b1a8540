package dev.plimsoll.jdbc.logical;

import static dev.plimsoll.jdbc.logical.Routes.decision;
import static dev.plimsoll.jdbc.logical.Routes.execute;
import static dev.plimsoll.jdbc.logical.Routes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cluster.Server;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.route.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a replica refuses or fails at another node does, as long as nothing was delivered. */
class FailuresTest extends RoutingContract {
    private static final String READ = "select name from item order by id limit 1";

    @Test
    @DisplayName("T12: what a replica refuses the primary does, and the same text goes there from then on")
    void whatAReplicaRefusesThePrimaryDoes() throws SQLException {
        cluster.primary()
                .execute(
                        "create unlogged table if not exists unlogged_item (id int)",
                        "insert into unlogged_item values (3)");
        routes.sample();
        try (Connection connection = routes.open()) {
            assertThat(text(connection, "select max(id) from unlogged_item")).isEqualTo("3");
            assertThat(decision(connection).reason()).isEqualTo(Reason.REFUSED_BY_REPLICA);
            text(connection, "select max(id) from unlogged_item");
            assertThat(decision(connection).reason()).isEqualTo(Reason.DEMOTED);
        }
    }

    @Test
    void aWriteInATransactionDeclaredReadOnlyIsRefusedAsEver() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> execute(connection, "insert into item (name) values ('x')"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
            connection.rollback();
        }
    }

    @Test
    @DisplayName("T30: a read survives its replica's sessions being killed")
    void aReadSurvivesKilledSessions() throws SQLException {
        try (Connection connection = routes.open();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.executeQuery().close();
            assertThat(decision(connection).replica()).isTrue();
            cluster.standbys().forEach(Server::killBackends);
            read.executeQuery().close();
            assertThat(decision(connection).reason())
                    .isIn(Reason.PROVEN_READ, Reason.REPLICA_LOST, Reason.MONOTONIC_BOUND);
        }
    }

    @Test
    @DisplayName("T30: the first statement of a declared transaction survives too, a later one does not")
    void onlyTheFirstStatementSurvives() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            text(connection, READ);
            connection.commit();
            cluster.standbys().forEach(Server::killBackends);
            assertThat(text(connection, READ)).isEqualTo("one");
            connection.commit();
            text(connection, READ);
            cluster.servers().forEach(Server::killBackends);
            assertThatThrownBy(() -> text(connection, READ)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisplayName("T29 T30: no error surfaces while a replica refuses connections")
    void aReplicaThatRefusesConnections() throws SQLException {
        cluster.standbys().forEach(standby -> standby.proxy().refuse());
        try (Connection connection = routes.open()) {
            assertThat(text(connection, READ)).isEqualTo("one");
            assertThat(decision(connection).replica()).isFalse();
        } finally {
            cluster.standbys().forEach(standby -> standby.proxy().heal());
        }
    }

    @Test
    @DisplayName("T51: a replica's pool without a free connection is passed over")
    void anExhaustedPoolIsPassedOver() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try (Connection connection = routes.open()) {
            for (HikariDataSource pool : routes.pools.subList(1, 3)) {
                for (int i = 0; i < 3; i++) {
                    taken.add(pool.getConnection());
                }
            }
            assertThat(text(connection, READ)).isEqualTo("one");
            assertThat(decision(connection).replica()).isFalse();
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
    }

    @Test
    @DisplayName("a table that no replica has yet is read on the primary")
    void aTableThatWasJustMade() throws SQLException {
        cluster.standbys().forEach(Server::pauseReplay);
        try (Connection connection = routes.open()) {
            cluster.primary().execute("drop table if exists fresh", "create table fresh as select 7 as id");
            assertThat(text(connection, "select id from fresh")).isEqualTo("7");
            assertThat(decision(connection).reason()).isEqualTo(Reason.NOT_REPLAYED);
            assertThatThrownBy(() -> text(connection, "select id from nowhere"))
                    .isInstanceOfSatisfying(SQLException.class, e -> {
                        assertThat(e.getSQLState()).isEqualTo("42P01");
                        assertThat(e.getSuppressed()).hasSize(1);
                    });
        } finally {
            cluster.standbys().forEach(Server::resumeReplay);
        }
    }
}
