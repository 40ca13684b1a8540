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
 * @param sessions of users, more than there are workers
 * @param writes the share of writes
 * @param lag how long each standby holds back what it could apply, in their order; empty for none
 * @param faults what may befall the cluster
 * @param options of the library, by key
 * @param stopsAtFirst whether the first violation ends it
 */
record Settings(
        int seconds,
        long seed,
        ReadLevel level,
        int workers,
        int sessions,
        double writes,
        List<Duration> lag,
        List<Fault> faults,
        Map<String, String> options,
        boolean stopsAtFirst) {

    /** The option; half a second, where a run sets it. */
    static final String LAG_LIMIT = "plimsoll.lag-limit";

    Settings {
        lag = List.copyOf(lag);
        faults = List.copyOf(faults);
        options = Map.copyOf(options);
    }

    static Settings standard(int seconds, long seed) {
        return new Settings(
                seconds,
                seed,
                ReadLevel.READ_YOUR_WRITES,
                8,
                48,
                0.10,
                List.of(),
                List.of(Fault.values()),
                Map.of(),
                false);
    }

    /** For hunting: with these faults over and over, until something is found. */
    Settings hunting(List<Fault> only, Map<String, String> with) {
        return new Settings(seconds, seed, level, workers, sessions, writes, lag, only, with, true);
    }

    Settings breaking(Fault... only) {
        return new Settings(seconds, seed, level, workers, sessions, writes, lag, List.of(only), options, stopsAtFirst);
    }

    Settings lasting(int atMost) {
        return new Settings(
                Math.min(seconds, atMost), seed, level, workers, sessions, writes, lag, faults, options, stopsAtFirst);
    }

    Settings with(ReadLevel other) {
        return new Settings(seconds, seed, other, workers, sessions, writes, lag, faults, options, stopsAtFirst);
    }

    Settings with(List<Duration> lags, double share) {
        return new Settings(seconds, seed, level, workers, sessions, share, lags, faults, options, stopsAtFirst);
    }

    /** For the library, the level among them. */
    Map<String, String> libraryOptions() {
        Map<String, String> all = new TreeMap<>(options);
        all.put("plimsoll.read-level", level.key());
        return all;
    }

    /** What an eventual read may miss: the limit of the lag, and what passes between two looks at a standby. */
    Duration oldest() {
        return options.containsKey(LAG_LIMIT) ? Duration.ofSeconds(2) : Duration.ofSeconds(15);
    }

    /** Each session has a row, each worker one more for what it does without a session. */
    int keys() {
        return sessions + workers;
    }
}
