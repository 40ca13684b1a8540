package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.config.Options;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.Router;
import dev.plimsoll.testing.Logged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pollers of a real primary and two standbys, while things happen to them. */
class NodePollersTest {
    private static Cluster cluster;
    private static Server primary;
    private static Server s1;
    private static Server s2;

    @BeforeAll
    static void start() throws SQLException {
        cluster = Cluster.start(2, Map.of("wal_writer_delay", "10ms"));
        primary = cluster.primary();
        s1 = cluster.standbys().get(0);
        s2 = cluster.standbys().get(1);
        primary.execute("create table mark (number int)");
        cluster.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @AfterEach
    void everyServerIsBack() {
        for (Server server : cluster.servers()) {
            server.proxy().heal();
            server.start();
        }
        cluster.awaitCaughtUp();
    }

    /** T25, T27: a primary that is a standby, and a replica that takes writes. */
    @Test
    void theNodeThatTakesWritesIsThePrimaryWhereverItIsConfigured() {
        try (Routed routed = Routed.over(s1, primary, s2)) {
            routed.awaitPrimary("primary");
            routed.awaitServes("s1");
            routed.awaitServes("s2");
            assertThat(routed.serves("primary")).isFalse();
        }
    }

    /** T31. */
    @Test
    void replicasThatAreDownAtTheStartJoinLater() {
        s1.stop();
        s2.stop();
        try (Routed routed = Routed.over(primary, s1, s2)) {
            routed.awaitPrimary("primary");
            assertThat(routed.read(Router.newReader(), "s1").reason()).isEqualTo(Reason.NO_REPLICA);
            s2.start();
            routed.awaitServes("s2");
            assertThat(routed.serves("s1")).isFalse();
        }
    }

    /** T32. */
    @Test
    void aReplicaThatRefusesConnectionsServesNothingUntilItIsBack() {
        try (Routed routed = Routed.over(primary, s1, s2)) {
            routed.awaitServes("s1");
            s1.kill();
            routed.awaitServesNot("s1");
            routed.awaitServes("s2");
            s1.start();
            routed.awaitServes("s1");
        }
    }

    /** T29. */
    @Test
    void aReplicaThatIsSilentIsFoundOutAndComesBack() {
        try (Routed routed = Routed.over(primary, s1, s2)) {
            routed.awaitServes("s1");
            s1.proxy().blackhole();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !routed.serves("s1")
                            && routed.read(Router.newReader(), "s1").reason() == Reason.NO_REPLICA);
            s1.proxy().heal();
            routed.awaitServes("s1");
        }
    }

    /** T31: silent from the start, with a driver that would wait for ever. */
    @Test
    void aNodeThatNeverAnswersHoldsNobodyUp() {
        s1.proxy().blackhole();
        Map<String, DataSource> nodes = new LinkedHashMap<>();
        nodes.put("s1", s1.dataSource());
        nodes.put("primary", primary.dataSource());
        nodes.put("s2", s2.dataSource());
        try (Routed routed = Routed.over(nodes)) {
            routed.awaitPrimary("primary");
            routed.awaitServes("s2");
            s1.proxy().heal();
            routed.awaitServes("s1");
        }
        await().atMost(Routed.SOON).until(() -> s1.proxy().connections() == 0);
    }

    /** T33, T35: what counts is what was replayed, and the primary is ahead. */
    @Test
    void aReaderWithAWriteReadsWhereItIsReplayed() throws SQLException {
        try (Routed routed = Routed.over(primary, s1, s2)) {
            routed.awaitServes("s1");
            routed.awaitServes("s2");
            s1.pauseReplay();
            try {
                Reader reader = writer(routed);
                await().atMost(Routed.SOON)
                        .until(() -> routed.read(reader, "s2").replica());
                assertThat(routed.read(reader, "s1").reason()).isIn(Reason.PINNED_POSITION, Reason.MONOTONIC_BOUND);
                s1.resumeReplay();
                await().atMost(Routed.SOON)
                        .until(() -> routed.read(reader, "s1").replica());
            } finally {
                s1.resumeReplay();
            }
        }
    }

    /** T62, at a pause so long that only whoever waits can have caused the samples. */
    @Test
    void whoWaitsForAPositionHasItSampledAtOnce() throws SQLException {
        Map<String, DataSource> nodes = new LinkedHashMap<>();
        nodes.put("primary", Routed.pool(primary.url()));
        nodes.put("s1", Routed.pool(s1.url()));
        try (Routed routed = Routed.over(nodes, Map.of("poll-idle", "60s"))) {
            routed.awaitServes("s1");
            Reader reader = writer(routed);
            await().atMost(Routed.SOON).until(() -> routed.read(reader, "s1").replica());
        }
    }

    /** T64: L3, through the router. */
    @Test
    void aWriteThatDidNotWaitForTheDiskArrivesAlthoughAnotherTransactionIsOpen() throws SQLException {
        try (Routed routed = Routed.over(primary, s1);
                Connection foreign = primary.connect()) {
            routed.awaitServes("s1");
            foreign.setAutoCommit(false);
            foreign.createStatement().execute("insert into mark values (1)");
            Reader reader = Router.newReader();
            routed.router.wrote(reader, false);
            await().atMost(Routed.SOON).until(() -> routed.read(reader, "s1").replica());
            foreign.rollback();
        }
    }

    /** T66: L5. */
    @Test
    void aStandbyThatHasGoneBackInACrashIsBelieved() throws SQLException {
        try (Routed routed = Routed.over(primary, s1)) {
            primary.execute("insert into mark select generate_series(1, 20000)", "checkpoint");
            Reader reader = writer(routed);
            await().atMost(Routed.SOON)
                    .until(() -> routed.read(Router.newReader(), "s1").replica());
            cluster.awaitCaughtUp();
            s1.kill();
            routed.awaitServesNot("s1");
            s1.applyDelay(Duration.ofHours(1));
            s1.start();
            routed.awaitServes("s1");
            assertThat(routed.read(reader, "s1").replica()).isFalse();
            s1.applyDelay(Duration.ZERO);
            await().atMost(Routed.SOON).until(() -> routed.read(reader, "s1").replica());
        } finally {
            s1.applyDelay(Duration.ZERO);
        }
    }

    /** I7, after L5: what a replica showed before it started anew binds its reader, but not for ever. */
    @Test
    void aReaderComesBackToAReplicaThatWasRestarted() throws SQLException {
        try (Routed routed = Routed.over(primary, s1)) {
            routed.awaitServes("s1");
            Reader reader = writer(routed);
            await().atMost(Routed.SOON).until(() -> routed.read(reader, "s1").replica());
            s1.kill();
            routed.awaitServesNot("s1");
            s1.start();
            routed.awaitServes("s1");
            await().atMost(Routed.SOON).until(() -> routed.read(reader, "s1").replica());
        }
    }

    /** L5 without a new postmaster: the crash of one process makes a server start anew, too. */
    @Test
    void theCrashOfOneProcessIsAnotherStartOfTheServer() throws SQLException {
        long before;
        try (Sampled sampled = Sampled.of(s2)) {
            before = sampled.standby().incarnation();
            ProcessHandle.of(sampled.backend()).orElseThrow().destroyForcibly();
            await().atMost(Routed.SOON).until(() -> isGone(sampled));
        }
        await().atMost(Routed.SOON).ignoreException(SQLException.class).until(() -> incarnation(s2) != before);
        try (Connection connection = s2.connect()) {
            assertThat(ServerIdentity.of(connection).incarnation()).isEqualTo(incarnation(s2));
        }
    }

    /** T58. */
    @Test
    void aPollerOutlivesItsConnectionItsPoolsErrorsAndInterrupts() {
        try (HikariDataSource below = Routed.pool(s1.url());
                HikariDataSource pool = Routed.pool(primary.url())) {
            Faulty faulty = new Faulty(below, 3);
            Map<String, DataSource> nodes = new LinkedHashMap<>();
            nodes.put("primary", pool);
            nodes.put("outlives", faulty.dataSource());
            try (Routed routed = Routed.over(nodes)) {
                routed.awaitServes("outlives");
                Thread poller = thread("plimsoll-poller-outlives");
                poller.interrupt();
                s1.killBackends();
                routed.awaitServesNot("outlives");
                routed.awaitServes("outlives");
                assertThat(poller.isAlive()).isTrue();
                assertThat(poller.isDaemon()).isTrue();
            }
            await().atMost(Routed.SOON).until(() -> below.getHikariPoolMXBean().getActiveConnections() == 0);
        }
    }

    @Test
    void aPoolThatHasNothingToSpareSaysNothingOfTheNode() throws SQLException {
        HikariDataSource small = Routed.pool(s1.url());
        small.setMaximumPoolSize(1);
        small.setConnectionTimeout(300);
        Map<String, DataSource> nodes = new LinkedHashMap<>();
        nodes.put("primary", Routed.pool(primary.url()));
        nodes.put("s1", small);
        try (Logged log = Logged.under("dev.plimsoll.route")) {
            Connection taken = small.getConnection();
            try (Routed routed = Routed.over(nodes)) {
                await().atMost(Routed.SOON).until(() -> log.count("s1 cannot be asked", "one larger") == 1);
                taken.close();
                routed.awaitServes("s1");
            } finally {
                taken.close();
            }
        }
    }

    @Test
    void whatIsNeverStartedIsClosedAllTheSame() {
        Router router = new Router(List.of("a"), Options.of(Map.of()).routing(), System::nanoTime);
        NodePollers pollers = new NodePollers(router, List.of(primary.dataSource()));
        pollers.close();
        pollers.start();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("plimsoll-poller-a"));
    }

    private static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static boolean isGone(Sampled sampled) {
        try {
            sampled.sample();
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    private static long incarnation(Server server) throws SQLException {
        try (Sampled sampled = Sampled.of(server)) {
            return sampled.sample().incarnation();
        }
    }

    private static Reader writer(Routed routed) throws SQLException {
        Reader reader = Router.newReader();
        primary.execute("insert into mark values (0)");
        routed.router.wrote(reader, true);
        return reader;
    }
}
