package checker;

import dev.plimsoll.route.ReadLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run is to be.
 *
 * @param seconds how long the cluster is broken and used
 * @param workload who uses it, and how
 * @param lag how long each standby holds back what it could apply, in their order; empty for none
 * @param faults what may befall the cluster
 */
record Settings(
        int seconds,
        long seed,
        ReadLevel level,
        Workload workload,
        List<Duration> lag,
        List<Fault> faults,
        Hunting hunting) {
    /** The option; half a second, where a run sets it. */
    static final String LAG_LIMIT = "plimsoll.lag-limit";

    Settings {
        lag = List.copyOf(lag);
        faults = List.copyOf(faults);
    }

    /** @param sessions of users, more than there are workers */
    record Workload(int workers, int sessions, double writes) {
        static final Workload STANDARD = new Workload(8, 48, 0.10);
    }

    static Settings standard(int seconds, long seed) {
        return new Settings(
                seconds,
                seed,
                ReadLevel.READ_YOUR_WRITES,
                Workload.STANDARD,
                List.of(),
                List.of(Fault.values()),
                Hunting.NOTHING);
    }

    Settings with(List<Fault> only) {
        return new Settings(seconds, seed, level, workload, lag, only, hunting);
    }

    Settings with(Hunting other) {
        return new Settings(seconds, seed, level, workload, lag, faults, other);
    }

    Settings with(ReadLevel other) {
        return new Settings(seconds, seed, other, workload, lag, faults, hunting);
    }

    Settings with(Workload other, List<Duration> lags) {
        return new Settings(seconds, seed, level, other, lags, faults, hunting);
    }

    Settings lasting(int atMost) {
        return new Settings(Math.min(seconds, atMost), seed, level, workload, lag, faults, hunting);
    }

    /** For the library, the level among them. */
    Map<String, String> libraryOptions() {
        Map<String, String> all = new TreeMap<>(hunting.options());
        all.put("plimsoll.read-level", level.key());
        return all;
    }

    /** What an eventual read may miss: the limit of the lag, and what passes between two looks at a standby. */
    Duration oldest() {
        return hunting.options().containsKey(LAG_LIMIT) ? Duration.ofSeconds(2) : Duration.ofSeconds(15);
    }

    /** Each session has a row, each worker one more for what it does without a session. */
    int keys() {
        return workload.sessions() + workload.workers();
    }
}
