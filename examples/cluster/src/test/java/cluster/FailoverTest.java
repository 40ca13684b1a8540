package cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailoverTest {

    @Test
    void aPromotedStandbyTakesWritesAndTheOthersFollowIt() throws SQLException {
        try (Cluster cluster = Cluster.start(2)) {
            Server old = cluster.primary();
            Server s1 = cluster.standbys().get(0);
            Server s2 = cluster.standbys().get(1);
            old.execute("create table word (text text)");
            cluster.awaitCaughtUp();

            old.kill();
            s1.promote();
            s2.follow(s1);
            assertThat(cluster.primary()).isSameAs(s1);
            s1.execute("insert into word values ('new')");
            cluster.awaitCaughtUp();
            assertThat(s2.query("select text from word")).isEqualTo("new");

            old.rewindTo(s1);
            cluster.awaitCaughtUp();
            assertThat(old.query("select text from word")).isEqualTo("new");

            s1.stop();
            old.promote();
            s1.follow(old);
            s1.start();
            old.execute("insert into word values ('back')");
            cluster.awaitCaughtUp();
            assertThat(s1.query("select count(*) from word")).isEqualTo("2");
        }
    }

    @Test
    void aPrimaryDoesNotFollowWhileItRuns() {
        try (Cluster cluster = Cluster.start(1)) {
            Server standby = cluster.standbys().get(0);
            assertThatThrownBy(() -> cluster.primary().follow(standby)).hasMessageContaining("primary is a primary");
        }
    }

    @Test
    void aCopyOfADeadServerLeavesNothingToStart() throws SQLException {
        try (Cluster cluster = Cluster.start(1)) {
            Server primary = cluster.primary();
            Server standby = cluster.standbys().get(0);
            primary.kill();
            assertThatThrownBy(() -> standby.rewindTo(primary)).hasMessageContaining("No backup of primary");
            assertThatThrownBy(standby::start).hasMessageContaining("s1 ended while starting");
            primary.start();
            standby.rewindTo(primary);
            cluster.awaitCaughtUp();
            assertThat(standby.query("select pg_is_in_recovery()")).isEqualTo("t");
        }
    }
}
