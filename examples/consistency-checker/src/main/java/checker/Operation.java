package checker;

import dev.plimsoll.route.ReadLevel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the history: something a session has done, on whichever node it ended up.
 *
 * @param action what it did
 * @param level what the reader was promised
 * @param start nanoseconds before it began
 * @param end nanoseconds after it had ended: what it wrote was acknowledged by then
 * @param places where its statements ran, by what the server said itself, that of the last one last
 * @param read what it was shown, in that order
 * @param acknowledged the versions it wrote, by key
 * @param decision where the library said that it went, and why
 * @param delivered whether rows had reached the application when it failed
 */
record Operation(
        Action action,
        ReadLevel level,
        long start,
        long end,
        List<Place> places,
        List<Shown> read,
        Map<Integer, Long> acknowledged,
        String decision,
        boolean delivered,
        @Nullable Failed failure) {

    /** A backend of a server. */
    record Place(int port, int backend) {}

    /**
     * A version of a row, and the unit that showed it: a transaction, or a statement in autocommit. Each unit of an operation may have
     * been on another server.
     *
     * @param start nanoseconds before the unit began
     * @param end nanoseconds after it had ended
     */
    record Shown(int key, long version, int port, long start, long end) {
        @Override
        public String toString() {
            return "version " + version + " of key " + key + " on " + port;
        }
    }

    /** How it failed. */
    record Failed(String sqlState, String message) {}

    /** The port of the server of its last statement, or 0. */
    int port() {
        return places.isEmpty() ? 0 : places.get(places.size() - 1).port();
    }

    /** With its times counted from {@code origin}. */
    String describe(long origin) {
        return "%s at %s, %.6f to %.6f s, %s%s%s, %s%s"
                .formatted(
                        action,
                        level.key(),
                        (start - origin) / 1e9,
                        (end - origin) / 1e9,
                        places,
                        read.isEmpty() ? "" : " read " + read,
                        acknowledged.isEmpty() ? "" : " wrote " + new TreeMap<>(acknowledged),
                        decision,
                        failure == null ? "" : ", " + failure.sqlState() + " " + failure.message());
    }
}
