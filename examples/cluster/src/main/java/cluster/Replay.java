package cluster;

import java.sql.SQLException;
import java.time.Duration;

/** What a standby does with what it received: applied by one process, which can be asked to wait or be halted. */
final class Replay {
    private static final Duration DONE = Duration.ofSeconds(30);
    private static final Duration BLOCKED = Duration.ofSeconds(2);

    private final Endpoint server;
    /** The process that is halted, 0 for none. */
    private long frozen;

    Replay(Endpoint server) {
        this.server = server;
    }

    void pause() {
        server.ask("select pg_wal_replay_pause()::text");
        boolean heedsNow = frozen == 0
                && server.ask("select setting from pg_settings where name = 'recovery_min_apply_delay'")
                        .equals("0");
        if (heedsNow) {
            server.await("select pg_get_wal_replay_pause_state() = 'paused'", DONE, () -> "the replay did not pause");
        }
    }

    void resume() {
        server.ask("select pg_wal_replay_resume()::text");
    }

    void freeze() {
        if (frozen == 0) {
            long startup =
                    Long.parseLong(server.ask("select pid from pg_stat_activity where backend_type = 'startup'"));
            Await.until(() -> halt(startup), DONE, () -> server.name() + " could not be frozen");
            frozen = startup;
        }
    }

    void thaw() {
        if (frozen != 0) {
            Postmaster.signal(frozen, "CONT");
            frozen = 0;
        }
    }

    /** The process is no more. */
    void forget() {
        frozen = 0;
    }

    /** Lets it go again where it holds a lock that queries need. */
    private boolean halt(long startup) {
        Postmaster.signal(startup, "STOP");
        try {
            server.query("select count(pg_last_wal_replay_lsn()) from pg_class", BLOCKED);
            return true;
        } catch (SQLException e) {
            Postmaster.signal(startup, "CONT");
            return false;
        }
    }
}
