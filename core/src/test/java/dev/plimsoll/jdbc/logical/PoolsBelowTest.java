package dev.plimsoll.jdbc.logical;

import static dev.plimsoll.jdbc.logical.Routes.decision;
import static dev.plimsoll.jdbc.logical.Routes.execute;
import static dev.plimsoll.jdbc.logical.Routes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Server;
import dev.plimsoll.postgres.ServerIdentity;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.ReadHint;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.route.Reason;
import dev.plimsoll.sql.Catalog;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlAnalyzer;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A pool for each node, below the router: what is taken from them, and when. */
class PoolsBelowTest extends RoutingContract {
    private static final String READ = "select name from item where id = 1";

    @Test
    @DisplayName("T49: what pools above set on a connection reaches no server, so reads go on without a primary")
    void resettingAConnectionNeedsNoPrimary() throws SQLException {
        try (Connection connection = routes.open()) {
            text(connection, READ);
            routes.forgetPrimary();
            connection.setReadOnly(true);
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
            assertThat(routes.pools.get(0).getHikariPoolMXBean().getActiveConnections())
                    .isZero();
            assertThat(text(connection, READ)).isEqualTo("one");
            assertThat(decision(connection).replica()).isTrue();
        }
    }

    @Test
    @DisplayName("T52: a read takes one connection and one round trip, and nothing from any other pool")
    void aReadTakesOneConnectionAndOneRoundTrip() throws SQLException {
        try (Connection connection = routes.open();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.executeQuery().close();
            long connected = connected();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 20; i++) { // a pool may look at a connection on its own account
                long before = roundTrips();
                try (ResultSet rows = read.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(routes.borrowed()).isEqualTo(1);
                }
                assertThat(decision(connection).replica()).isTrue();
                least = Math.min(least, roundTrips() - before);
            }
            assertThat(least).isEqualTo(1);
            assertThat(connected()).isEqualTo(connected);
        }
    }

    private long connected() {
        return routes.pools.stream()
                .mapToLong(pool -> pool.getHikariPoolMXBean().getTotalConnections())
                .sum();
    }

    private long roundTrips() {
        return cluster.servers().stream()
                .mapToLong(server -> server.proxy().roundTrips())
                .sum();
    }

    @Test
    @DisplayName("T59: a block that asks for the primary has it, whatever was declared or proven")
    void anExplicitHintWins() throws SQLException {
        try (Connection connection = routes.open()) {
            try (ReadHint hint = ReadHint.begin(ReadLevel.PRIMARY)) {
                assertThat(hint).isNotNull();
                text(connection, READ);
                assertThat(decision(connection).reason()).isEqualTo(Reason.LEVEL);
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                text(connection, READ);
                assertThat(decision(connection).reason()).isEqualTo(Reason.LEVEL);
                assertThat(decision(connection).replica()).isFalse();
                connection.commit();
            }
            text(connection, READ);
            assertThat(decision(connection).reason()).isEqualTo(Reason.DECLARED);
            connection.commit();
        }
    }

    @Test
    @DisplayName("T44: a unit of work that is named like a read may write")
    void theNameOfAUnitSaysNothing() throws Exception {
        UnitOfWork.run("GET /orders", () -> {
            try (Connection connection = routes.open()) {
                text(connection, READ);
                assertThat(decision(connection).replica()).isTrue();
                execute(connection, "insert into item (name) values ('visit')");
                assertThat(text(connection, "select count(*) from item where name = 'visit'"))
                        .isEqualTo("1");
            }
            return null;
        });
    }

    @Test
    @DisplayName("T46: who looks for a row and then makes it, in one transaction, looks where it is made")
    void lookingAndMakingAreOneTransaction() throws SQLException {
        cluster.standbys().forEach(Server::pauseReplay);
        cluster.primary().execute("insert into item (id, name) values (77, 'made by somebody else')");
        try (Connection connection = routes.open()) {
            connection.setAutoCommit(false);
            assertThat(text(connection, "select count(*) from item where id = 77"))
                    .isEqualTo("1");
            connection.commit();
        } finally {
            cluster.standbys().forEach(Server::resumeReplay);
        }
    }

    @Test
    @DisplayName("T26: a server whose parameter was told wrongly is asked itself")
    void theServerIsAskedWhenItsParameterIsDoubtful() throws SQLException {
        assertThat(isInRecovery(0, false, true)).isFalse();
        assertThat(isInRecovery(1, true, false)).isTrue();
        assertThat(isInRecovery(1, false, true)).as("what is told is true").isTrue();
        await().until(() -> routes.borrowed() == 0);
    }

    /** As found out by a connection whose driver tells {@code told}. */
    private boolean isInRecovery(int index, boolean expected, boolean told) throws SQLException {
        Pools pools = new Pools(
                routes.router,
                List.copyOf(routes.pools),
                new SqlAnalyzer(Dialect.POSTGRESQL)::facts,
                () -> Catalog.EMPTY);
        Node node = routes.node(index);
        try (Connection handle = pools.pool(node).getConnection()) {
            Driver driver = new Misinformed(Driver.of(handle), told);
            return new PhysicalConnection(pools, node, handle, driver, ServerIdentity.of(handle))
                    .isInRecovery(expected);
        }
    }

    /** A driver that has heard of another server than the one it is connected to, as through a pooler that was switched over. */
    private record Misinformed(Driver driver, boolean told) implements Driver {
        @Override
        public Object connection() {
            return driver.connection();
        }

        @Override
        public boolean isPostgres() throws SQLException {
            return driver.isPostgres();
        }

        @Override
        public Boolean inRecovery() {
            return told;
        }

        @Override
        public TransactionStatus transaction() {
            return driver.transaction();
        }
    }
}
