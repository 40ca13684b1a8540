package checker;

import cluster.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What befalls one standby: no reader should notice. */
final class StandbyFaults {
    private StandbyFaults() {}

    static void applyDelay(Field field, Strike strike) {
        Server standby = field.victim(strike);
        standby.applyDelay(strike.length());
        Pause.of(strike.length());
        standby.applyDelay(field.lag(standby));
    }

    static void pausedReplay(Field field, Strike strike) {
        Server standby = field.victim(strike);
        standby.pauseReplay();
        Pause.of(strike.length().plusSeconds(1));
        standby.resumeReplay();
    }

    static void frozenReplay(Field field, Strike strike) {
        Server standby = field.victim(strike);
        standby.freezeReplay();
        Pause.of(strike.length());
        standby.thawReplay();
    }

    static void killedSessions(Field field, Strike strike) {
        Server standby = field.victim(strike);
        for (int times = 0; times < 3; times++) {
            standby.killBackends();
            Pause.millis(200);
        }
    }

    /** It comes back with what it had when it last wrote its pages out, and takes its time to replay the rest once more. */
    static void crash(Field field, Strike strike) {
        Server standby = field.victim(strike);
        standby.kill();
        Pause.millis(100);
        standby.applyDelay(Duration.ofSeconds(8));
        standby.start();
        Pause.of(strike.length().plusSeconds(2)); // It is found to be back only after a while.
        standby.applyDelay(field.lag(standby));
    }

    static void restart(Field field, Strike strike) {
        Server standby = field.victim(strike);
        standby.stop();
        Pause.of(strike.length());
        standby.start();
    }

    /** Somebody else takes all its connections. */
    static void exhaustion(Field field, Strike strike) throws SQLException {
        Server standby = field.victim(strike);
        List<Connection> taken = new ArrayList<>();
        try {
            takeAll(standby, taken);
            standby.proxy().reset();
            takeAll(standby, taken);
            Pause.of(strike.length());
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    private static void takeAll(Server server, List<Connection> taken) {
        try {
            while (true) {
                taken.add(server.connect());
            }
        } catch (SQLException e) {
            // That was the last one.
        }
    }
}
