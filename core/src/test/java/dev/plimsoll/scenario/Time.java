package dev.plimsoll.scenario;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The clock that histories are timed by: it stands still until one of them lets time pass. */
public final class Time {
    private static final AtomicLong NANOS = new AtomicLong(1_000_000_000_000L);

    private Time() {}

    static long now() {
        return NANOS.get();
    }

    static void pass(Duration duration) {
        NANOS.addAndGet(duration.toNanos());
    }

    static void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }

    /** The SQL function {@code takes(millis)}: the statement that calls it takes that long for each row. */
    public static int takes(int millis) {
        passMillis(millis);
        return millis;
    }
}
