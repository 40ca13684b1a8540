package dev.plimsoll.scenario;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The clock that histories are timed by: each look at it takes a microsecond, everything else only what a history says. */
public final class Time {
    private static final AtomicLong NANOS = new AtomicLong(1_000_000_000_000L);

    private static final long MICROSECOND = 1_000;

    private Time() {}

    static long now() {
        return NANOS.addAndGet(MICROSECOND);
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
