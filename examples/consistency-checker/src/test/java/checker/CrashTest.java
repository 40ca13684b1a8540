package checker;

import static org.assertj.core.api.Assertions.assertThat;

import cluster.Cluster;
import cluster.Server;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrashTest {

    @Test
    void aStandbyThatCrashedComesBackWithLess() throws SQLException {
        try (Cluster cluster = Cluster.start(1)) {
            Server standby = cluster.standbys().get(0);
            Schema.create(cluster.primary(), 4);
            cluster.primary().execute("update reg set ver = 7");
            cluster.awaitCaughtUp();
            assertThat(standby.query("select max(ver) from reg")).isEqualTo("7");

            standby.kill();
            standby.applyDelay(Duration.ofMinutes(1));
            standby.start();

            assertThat(standby.query("select to_regclass('reg')")).isNull();
        }
    }
}
