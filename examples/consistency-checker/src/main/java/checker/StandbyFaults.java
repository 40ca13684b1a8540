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

    /** One now and one then, so that the node itself is not suspected; and in the end all. */
    static void killedSessions(Field field, Strike strike) throws SQLException {
        Server standby = field.victim(strike);
        long end = System.nanoTime() + strike.length().toNanos();
        while (System.nanoTime() - end < 0) {
            standby.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend'"
                            + " and pid <> pg_backend_pid() order by random() limit 1");
            Pause.millis(50);
        }
        standby.killBackends();
    }

    static void crash(Field field, Strike strike) {
        crash(field, strike, List.of(field.victim(strike)));
    }

    /** Nobody is left who could tell how far they had been. */
    static void crashOfAll(Field field, Strike strike) {
        crash(field, strike, field.standbys());
    }

    /** They come back with what they had when they last wrote their pages out, and take their time to replay the rest once more. */
    private static void crash(Field field, Strike strike, List<Server> standbys) {
        standbys.forEach(Server::kill);
        Pause.millis(100);
        for (Server standby : standbys) {
            standby.applyDelay(Duration.ofSeconds(4));
            standby.start();
        }
        Pause.of(strike.length().plusSeconds(2)); // They are found to be back only after a while.
        for (Server standby : standbys) {
            standby.applyDelay(field.lag(standby));
        }
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
