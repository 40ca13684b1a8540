package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import dev.plimsoll.route.Epoch;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.StandbySample;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What samples of a real primary and of its standby are worth. */
class SamplesTest {
    private static final int COMMITS = 60;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Cluster cluster;
    private static Server primaryServer;
    private static Server standbyServer;

    private Sampled primary;
    private Sampled standby;

    @BeforeAll
    static void start() throws SQLException {
        cluster = Cluster.start(1, Map.of("wal_writer_delay", "10ms"));
        primaryServer = cluster.primary();
        standbyServer = cluster.standbys().get(0);
        primaryServer.execute("create table mark (number int)", "create role plain login");
        cluster.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        primary = Sampled.of(primaryServer);
        standby = Sampled.of(standbyServer);
    }

    @AfterEach
    void disconnect() throws SQLException {
        primary.close();
        standby.close();
        String clients = "select count(*) from pg_stat_activity"
                + " where backend_type = 'client backend' and pid <> pg_backend_pid()";
        await().atMost(SOON).until(() -> "0".equals(primaryServer.query(clients)));
        await().atMost(SOON).until(() -> "0".equals(standbyServer.query(clients)));
    }

    @Test
    void bothAreOfOneClusterAndTimelineAndDifferentStarts() throws SQLException {
        PrimarySample one = primary.primary();
        StandbySample other = standby.standby();
        long identifier = primary.number("select system_identifier from pg_control_system()");
        assertThat(one.epoch()).isEqualTo(new Epoch(identifier, 1)).isEqualTo(other.epoch());
        assertThat(one.incarnation()).isNotZero().isNotEqualTo(other.incarnation());
        assertThat(one.forkedAt()).isZero();
        assertThat(one.startedAt()).isLessThan(one.endedAt());
        assertThat(other.paused()).isFalse();
    }

    /** T62: L1; T35. */
    @Test
    void aStandbyThatHasReplayedAsFarAsThePrimaryHadFlushedShowsEveryDurableCommit() throws SQLException {
        try (Connection writer = primaryServer.connect()) {
            for (int number = 0; number < COMMITS; number++) {
                insert(writer, number);
                long flushed = primary.primary().flushed();
                awaitReplayed(flushed);
                assertThat(shown(number)).as("commit %s", number).isOne();
            }
        }
    }

    /** T63: L2. */
    @Test
    void aStandbyThatHasReplayedAsFarAsThePrimaryHadInsertedShowsCommitsThatDidNotWaitForTheDisk() throws SQLException {
        try (Connection writer = primaryServer.connect()) {
            execute(writer, "set synchronous_commit = off");
            for (int number = 1000; number < 1000 + COMMITS; number++) {
                insert(writer, number);
                awaitReplayed(primary.primary().inserted());
                assertThat(shown(number)).as("commit %s", number).isOne();
            }
        }
    }

    /** T65: L4. */
    @Test
    void aRecordThatEndsWithItsPageIsReplayedAsFarAsTheSampleSays() {
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(this::endsWithItsPage);
    }

    private boolean endsWithItsPage() throws SQLException {
        String left = "(8192 - (pg_current_wal_insert_lsn() - '0/0') % 8192)::int";
        long overhead = primary.number(
                "select " + left + " - (select 0 from pg_logical_emit_message(false, '', 'x'))" + " - " + left);
        long space = primary.number("select " + left);
        if (overhead < 0 || space < 200) {
            return false;
        }
        primary.number(
                "select '1' from pg_logical_emit_message(false, '', repeat('x', " + (space - overhead) + "), true)");
        long inserted = primary.number("select pg_current_wal_insert_lsn() - '0/0'");
        PrimarySample sample = primary.primary();
        if (inserted % 8192 != 24 || sample.inserted() != inserted - 24) {
            return false;
        }
        awaitReplayed(sample.inserted());
        return standby.standby().replayed() == sample.inserted()
                && primary.primary().inserted() == sample.inserted();
    }

    /** T64: L3. */
    @Test
    void aNudgeFlushesWhatAnOpenTransactionHasWritten() throws SQLException {
        try (Connection foreign = primaryServer.connect()) {
            foreign.setAutoCommit(false);
            insert(foreign, -1);
            long inserted = primary.primary().inserted();
            primary.nudge();
            await().atMost(SOON).until(() -> primary.primary().flushed() >= inserted);
            awaitReplayed(inserted);
            foreign.rollback();
        }
    }

    /** T34. */
    @Test
    void aStandbyTellsTheAgeOfTheLastCommitAndWhetherItIsPaused() throws SQLException {
        primaryServer.execute("insert into mark values (-2)");
        cluster.awaitCaughtUp();
        long before = standby.standby().behindNanos();
        standbyServer.pauseReplay();
        try {
            StandbySample paused = standby.standby();
            assertThat(paused.paused()).isTrue();
            assertThat(paused.behindNanos()).isGreaterThan(before).isPositive();
        } finally {
            standbyServer.resumeReplay();
        }
    }

    @Test
    void aRoleWithoutAnyRightsSeesTheSame() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(standbyServer.directUrl().replace("user=postgres", "user=plain"))) {
            HeldConnection held = HeldConnection.hold(connection, 5000);
            PostgresNode node = PostgresNode.on(held, System::nanoTime, new ServerStart());
            StandbySample plain = (StandbySample) node.sample();
            assertThat(plain.epoch()).isEqualTo(standby.standby().epoch());
            assertThat(plain.incarnation()).isEqualTo(standby.standby().incarnation());
            node.close();
            held.close();
        }
    }

    @Test
    void theIdentityOfAConnectionIsThatOfTheSamples() throws SQLException {
        assertThat(ServerIdentity.of(primary.connection()))
                .isEqualTo(new ServerIdentity(primary.primary().incarnation(), false, true));
        assertThat(ServerIdentity.of(standby.connection()))
                .isEqualTo(new ServerIdentity(standby.standby().incarnation(), true, true));
        execute(primary.connection(), "set synchronous_commit = off");
        assertThat(ServerIdentity.of(primary.connection()).durable()).isFalse();
    }

    @Test
    void aConnectionGoesBackAsItCame() throws SQLException {
        try (Connection connection = primaryServer.connect()) {
            connection.setAutoCommit(false);
            Connection kept = new Unclosed(connection).connection();
            HeldConnection held = HeldConnection.hold(kept, 1234);
            assertThat(connection.getNetworkTimeout()).isEqualTo(1234);
            assertThat(connection.getAutoCommit()).isTrue();
            held.close();
            assertThat(connection.getNetworkTimeout()).isZero();
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    private void awaitReplayed(long position) {
        await().atMost(SOON)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> standby.standby().replayed() >= position);
    }

    private long shown(int number) throws SQLException {
        return standby.number("select count(*) from mark where number = " + number);
    }

    private static void insert(Connection connection, int number) throws SQLException {
        execute(connection, "insert into mark values (" + number + ")");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
