package dev.plimsoll.jdbc.logical;

import static dev.plimsoll.jdbc.logical.Routes.decision;
import static dev.plimsoll.jdbc.logical.Routes.execute;
import static dev.plimsoll.jdbc.logical.Routes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.route.Capture;
import dev.plimsoll.route.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Positions of commits that are asked for in the commit's own round trip. */
class CapturedCommitTest extends RoutingContract {
    private static final String READ = "select name from item where name = 'x'";

    @Override
    Capture capture() {
        return Capture.COMMIT;
    }

    @Test
    void thePositionOfACommitIsKnownAtOnce() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into item (name) values ('x')");
            long before = cluster.primary().proxy().roundTrips();
            connection.commit();
            assertThat(cluster.primary().proxy().roundTrips() - before).isEqualTo(1);
            connection.setAutoCommit(true);
            assertThat(text(connection, READ)).isEqualTo("x");
            assertThat(decision(connection).reason()).isEqualTo(Reason.PINNED_POSITION);
            routes.cluster.awaitCaughtUp();
            routes.sample(1);
            assertThat(text(connection, READ)).isEqualTo("x");
            assertThat(decision(connection).replica()).isTrue();
        }
    }

    @Test
    void aCommitThatFailsFailsInTheDriversWords() throws SQLException {
        cluster.primary()
                .execute(
                        "drop table if exists late", "create table late (id int unique deferrable initially deferred)");
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into late values (1), (1)");
            assertThatThrownBy(connection::commit)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(text(connection, "select count(*) from late")).isEqualTo("0");
        }
    }

    @Test
    void aTransactionThatHasFailedIsCommittedAsEver() throws SQLException {
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into item (name) values ('x')");
            assertThatThrownBy(() -> execute(connection, "select 1/0")).isInstanceOf(SQLException.class);
            connection.commit(); // which the server makes a rollback of, and the driver does not mind
            connection.setAutoCommit(true);
            assertThat(text(connection, READ)).isNull();
        }
    }
}
