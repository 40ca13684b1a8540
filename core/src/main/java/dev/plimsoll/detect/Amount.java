package dev.plimsoll.detect;

import java.util.Locale;

/** Measurements as people read them. */
final class Amount {
    private static final double MICROS = 1e3;
    private static final double MILLIS = 1e6;
    private static final double SECONDS = 1e9;
    private static final long ROUNDS_TO_A_MILLI = 999_500;
    private static final long ROUNDS_TO_A_SECOND = 999_950_000;
    private static final long SECONDS_OF_MINUTE = 60;

    private Amount() {}

    /** Such as {@code 870 µs}, {@code 41.3 ms}, {@code 8.2 s} or {@code 10 min 5 s}. */
    static String time(long nanos) {
        if (nanos < ROUNDS_TO_A_MILLI) {
            return String.format(Locale.ROOT, "%.0f µs", nanos / MICROS);
        }
        if (nanos < ROUNDS_TO_A_SECOND) {
            return String.format(Locale.ROOT, "%.1f ms", nanos / MILLIS);
        }
        long seconds = Math.round(nanos / SECONDS);
        if (seconds < SECONDS_OF_MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", nanos / SECONDS);
        }
        return String.format(Locale.ROOT, "%,d min %d s", seconds / SECONDS_OF_MINUTE, seconds % SECONDS_OF_MINUTE);
    }

    /** Such as {@code 40,000}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 1 row} or {@code 40,000 rows}. */
    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }
}
