package checker;

import cluster.Cluster;
import cluster.Server;
import java.time.Duration;
import java.util.List;

/** Where faults befall the cluster. Of one thread. */
record Field(Scene scene) {
    /** How long a mended primary may still be met with connections that are dead. */
    private static final Duration AFTERMATH = Duration.ofMillis(2_500);

    Cluster cluster() {
        return scene.cluster();
    }

    Server primary() {
        return cluster().primary();
    }

    /** Those that are standbys now. */
    List<Server> standbys() {
        return cluster().servers().stream()
                .filter(server -> !server.equals(primary()))
                .toList();
    }

    Server victim(Strike strike) {
        return standbys().get(strike.victim() % standbys().size());
    }

    void log(String what) {
        scene.log().at(what);
    }

    /** While the fault lasts, and for a while after it, the primary may fail whoever asks it. */
    void disturbing(Runnable fault) {
        scene.roles().disturb(System.nanoTime());
        try {
            fault.run();
        } finally {
            scene.roles().calm(System.nanoTime() + AFTERMATH.toNanos());
        }
    }

    /** What the run as a whole lets this standby lag behind. */
    Duration lag(Server standby) {
        List<Duration> lag = scene.settings().lag();
        int index = cluster().servers().indexOf(standby) - 1;
        return index < 0 || index >= lag.size() ? Duration.ZERO : lag.get(index);
    }
}
