package cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static Cluster cluster;

    private final Server server = cluster.primary();
    private final TcpProxy proxy = server.proxy();

    @BeforeAll
    static void start() {
        cluster = Cluster.start(0);
    }

    @AfterEach
    void nobodyIsConnected() {
        proxy.heal();
        await().until(() -> proxy.connections() == 0);
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void aSelectInAutocommitIsOneRoundTrip() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            long before = proxy.roundTrips();
            statement.execute("select 1");
            assertThat(proxy.roundTrips() - before).isEqualTo(1);
            statement.execute("select 2");
            assertThat(proxy.roundTrips() - before).isEqualTo(2);
        }
    }

    @Test
    void aTransactionIsOneRoundTripForEachStatementAndOneForItsEnd() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long before = proxy.roundTrips();
            statement.execute("select 1");
            statement.execute("select 2");
            connection.commit();
            assertThat(proxy.roundTrips() - before).isEqualTo(3);
        }
    }

    @Test
    void manyRowsPassUnharmed() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select md5(string_agg(n::text, '')), string_agg(n::text, '') from generate_series(1, 300000) n")) {
            row.next();
            assertThat(server.query("select md5('" + row.getString(2) + "')")).isEqualTo(row.getString(1));
        }
    }

    @Test
    void aDelayIsAddedInBothDirections() throws SQLException {
        try (Connection connection = connect()) {
            proxy.delay(Duration.ofMillis(50));
            long start = System.nanoTime();
            assertThat(select(connection)).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    /** The common pool may have one thread only, and a question that is not answered holds it. */
    private static void onAThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void aBlackHoleAnswersOnceItIsHealed() throws SQLException {
        try (Connection connection = connect()) {
            proxy.blackhole();
            long open = proxy.connections();
            CompletableFuture<Integer> old =
                    CompletableFuture.supplyAsync(() -> select(connection), TcpProxyTest::onAThreadOfItsOwn);
            CompletableFuture<Integer> fresh =
                    CompletableFuture.supplyAsync(this::connectAndSelect, TcpProxyTest::onAThreadOfItsOwn);
            await().until(() -> proxy.connections() == open + 1);
            // The server has heard nothing of either.
            assertThat(server.query("select count(*) from pg_stat_activity where backend_type = 'client backend'"
                            + " and pid <> pg_backend_pid() and (state = 'active' or query = 'select 1')"))
                    .isEqualTo("0");
            assertThat(old).isNotDone();
            assertThat(fresh).isNotDone();
            proxy.heal();
            assertThat(old.join()).isEqualTo(1);
            assertThat(fresh.join()).isEqualTo(1);
        }
    }

    @Test
    void aBlackHoleHoldsASocketTimeoutsWorth() throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url() + "&socketTimeout=1")) {
            proxy.blackhole();
            assertThatThrownBy(() -> select(connection)).hasRootCauseMessage("Read timed out");
        }
    }

    @Test
    void aRefusalResetsNewConnectionsAndKeepsOldOnes() throws SQLException {
        try (Connection connection = connect()) {
            proxy.refuse();
            assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);
            assertThat(select(connection)).isEqualTo(1);
        }
    }

    @Test
    void aResetEndsPresentConnectionsAndLetsNewOnesIn() throws SQLException {
        try (Connection connection = connect()) {
            proxy.reset();
            assertThat(proxy.connections()).isZero();
            assertThatThrownBy(() -> select(connection)).hasRootCauseInstanceOf(IOException.class);
            assertThat(connectAndSelect()).isEqualTo(1);
        }
    }

    @Test
    void aBlackHoleCanBeReset() throws SQLException {
        try (Connection connection = connect()) {
            proxy.blackhole();
            CompletableFuture<Integer> waiting =
                    CompletableFuture.supplyAsync(() -> select(connection), TcpProxyTest::onAThreadOfItsOwn);
            proxy.reset();
            assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aDeadServerLooksDeadThroughTheProxy() throws SQLException {
        try (Connection connection = connect()) {
            server.kill();
            assertThat(connection.isValid(5)).isFalse();
            assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);
            server.start();
            assertThat(connectAndSelect()).isEqualTo(1);
        }
    }

    private Connection connect() throws SQLException {
        return server.dataSource().getConnection();
    }

    private int connectAndSelect() {
        try (Connection connection = connect()) {
            return select(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int select(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
