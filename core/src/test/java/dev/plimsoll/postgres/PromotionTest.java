package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Cluster;
import cluster.Server;
import dev.plimsoll.route.Epoch;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.Router;
import dev.plimsoll.route.StandbySample;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PromotionTest {

    /** T23, T28, T67: L6. */
    @Test
    void aPromotionIsFollowedAndItsForkIsKnown() throws SQLException {
        try (Cluster cluster = Cluster.start(2)) {
            Server old = cluster.primary();
            Server s1 = cluster.standbys().get(0);
            Server s2 = cluster.standbys().get(1);
            old.execute("create table mark (number int)");
            try (Routed routed = Routed.over(old, s1, s2)) {
                routed.awaitServes("s1");
                routed.awaitServes("s2");
                Reader reader = Router.newReader();
                routed.router.wrote(reader, true);
                await().atMost(Routed.SOON)
                        .until(() -> routed.read(reader, "s1").replica());

                ServerStart start = new ServerStart();
                StandbySample before = standby(s1, start);
                old.kill();
                s1.promote();
                PrimarySample after = primary(s1, start);
                assertThat(after.epoch()).isEqualTo(new Epoch(before.epoch().cluster(), 2));
                assertThat(after.forkedAt()).isEqualTo(before.replayed()).isPositive();
                assertThat(after.incarnation()).isEqualTo(before.incarnation());

                routed.awaitPrimary("s1");
                assertThat(routed.serves("s1")).isFalse();
                assertThat(routed.read(Router.newReader(), "s2").reason()).isEqualTo(Reason.EPOCH_CHANGE);

                s2.follow(s1);
                s1.execute("insert into mark values (1)");
                routed.awaitServes("s2");
                await().atMost(Routed.SOON)
                        .until(() -> routed.read(reader, "s2").replica());

                old.rewindTo(s1);
                routed.awaitServes("primary");
            }
        }
    }

    /** A crash leaves what was replayed last, too; it is no fork. */
    @Test
    void whoseStartWasNotSeenAsAStandbyTellsNoFork() throws SQLException {
        try (Cluster cluster = Cluster.start(0)) {
            Server server = cluster.primary();
            server.execute("create table mark (number int)");
            server.kill();
            server.start();
            assertThat(server.query("select pg_last_wal_replay_lsn()")).isNotNull();
            assertThat(primary(server, new ServerStart()).forkedAt()).isZero();
        }
    }

    /** The receiver of the log comes and goes; the timeline does not go back. */
    @Test
    void aTimelineThatWasSeenStaysWhenTheReceiverIsGone() {
        ServerStart start = new ServerStart();
        assertThat(start.standbyOn(7, 2)).isEqualTo(2);
        assertThat(start.standbyOn(7, 1)).isEqualTo(2);
        assertThat(start.forkedAt(7, 99)).isEqualTo(99);
        assertThat(start.standbyOn(8, 1)).isOne();
        assertThat(start.forkedAt(9, 99)).isZero();
    }

    private static StandbySample standby(Server server, ServerStart start) throws SQLException {
        try (Sampled sampled = Sampled.of(server, start)) {
            return sampled.standby();
        }
    }

    private static PrimarySample primary(Server server, ServerStart start) throws SQLException {
        try (Sampled sampled = Sampled.of(server, start)) {
            return sampled.primary();
        }
    }
}
