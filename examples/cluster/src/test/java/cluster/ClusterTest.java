package cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves the roles of the servers as they are. */
class ClusterTest {
    private static Cluster cluster;

    private final Server primary = cluster.primary();
    private final Server s1 = cluster.standbys().get(0);
    private final Server s2 = cluster.standbys().get(1);

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2);
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        primary.execute("drop table if exists word", "create table word (text text)");
        cluster.awaitCaughtUp();
    }

    @AfterEach
    void nobodyIsConnected() {
        for (Server server : cluster.servers()) {
            await().untilAsserted(() -> assertThat(server.query("select count(*) from pg_stat_activity"
                            + " where backend_type = 'client backend' and pid <> pg_backend_pid()"))
                    .isEqualTo("0"));
        }
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void aRowWrittenOnThePrimaryIsOnEveryStandby() throws SQLException {
        write("plain");
        cluster.awaitCaughtUp();
        assertThat(words(s1)).isEqualTo("plain");
        assertThat(words(s2)).isEqualTo("plain");
    }

    @Test
    void standbysDoNotTakeWrites() {
        assertThatThrownBy(() -> s1.execute("insert into word values ('s1')")).hasMessageContaining("read-only");
    }

    @Test
    void serversAreNamedByWhatTheyBeganAs() {
        assertThat(cluster.servers()).extracting(Server::name).containsExactly("primary", "s1", "s2");
        assertThat(cluster.standbys()).containsExactly(s1, s2);
    }

    @Test
    void aPausedStandbyShowsARowOnceItIsResumed() throws SQLException {
        s1.pauseReplay();
        write("paused");
        await().until(() -> received(s1));
        assertThat(words(s1)).isNull();
        s1.resumeReplay();
        cluster.awaitCaughtUp();
        assertThat(words(s1)).isEqualTo("paused");
    }

    @Test
    void aFrozenStandbyAnswersWithWhatItHadUntilItIsThawed() throws SQLException {
        s1.freezeReplay();
        write("frozen");
        await().until(() -> received(s1));
        assertThat(words(s1)).isNull();
        s1.thawReplay();
        cluster.awaitCaughtUp();
        assertThat(words(s1)).isEqualTo("frozen");
    }

    @Test
    void aDelayedStandbyShowsARowOnceTheDelayIsOver() throws SQLException {
        s1.applyDelay(Duration.ofHours(1));
        write("delayed");
        await().until(() -> received(s1));
        assertThat(words(s1)).isNull();
        s1.applyDelay(Duration.ZERO);
        cluster.awaitCaughtUp();
        assertThat(words(s1)).isEqualTo("delayed");
    }

    @Test
    void aKilledStandbyStartsAgainAndCatchesUp() throws SQLException {
        s1.freezeReplay();
        s1.kill();
        assertThat(s1.isRunning()).isFalse();
        assertThatThrownBy(s1::connect).hasMessageContaining("refused");
        write("missed");
        s1.start();
        cluster.awaitCaughtUp();
        assertThat(words(s1)).isEqualTo("missed");
    }

    @Test
    void aKilledPrimaryStartsAgainWithWhatWasCommittedAndIsFollowedAgain() throws SQLException {
        write("before");
        primary.kill();
        primary.start();
        assertThat(words(primary)).isEqualTo("before");
        write("after");
        cluster.awaitCaughtUp();
        assertThat(words(s2)).isEqualTo("before after");
    }

    @Test
    void aStoppedServerStartsAgain() throws SQLException {
        s2.stop();
        assertThat(s2.isRunning()).isFalse();
        write("stopped");
        cluster.awaitCaughtUp();
        s2.start();
        cluster.awaitCaughtUp();
        assertThat(words(s2)).isEqualTo("stopped");
    }

    @Test
    void killingBackendsEndsTheSessionsOfClients() throws SQLException {
        try (Connection client = primary.dataSource().getConnection()) {
            assertThat(client.isValid(5)).isTrue();
            assertThat(primary.killBackends()).isEqualTo(1);
            assertThat(client.isValid(5)).isFalse();
        }
    }

    @Test
    void closingLeavesNoProcessAndNoDirectory() throws SQLException {
        List<ProcessHandle> before = processes();
        List<ProcessHandle> added;
        Path home;
        try (Cluster other = Cluster.start(2, Map.of("max_connections", "30"))) {
            assertThat(other.standbys().get(1).query("show max_connections")).isEqualTo("30");
            other.standbys().get(0).freezeReplay();
            home = Path.of(String.valueOf(other.primary().query("show data_directory")))
                    .getParent()
                    .getParent();
            added = processes();
            added.removeAll(before);
            assertThat(added).hasSizeGreaterThan(15);
        }
        assertThat(added).noneMatch(ClusterTest::runs);
        assertThat(home).doesNotExist();
    }

    private void write(String text) throws SQLException {
        primary.execute("insert into word values ('" + text + "')");
    }

    private static String words(Server server) throws SQLException {
        return server.query("select string_agg(text, ' ') from word");
    }

    private boolean received(Server standby) throws SQLException {
        String written = primary.query("select pg_current_wal_flush_lsn()");
        return "t".equals(standby.query("select pg_last_wal_receive_lsn() >= '" + written + "'"));
    }

    private static List<ProcessHandle> processes() {
        return new ArrayList<>(ProcessHandle.current().descendants().toList());
    }

    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
