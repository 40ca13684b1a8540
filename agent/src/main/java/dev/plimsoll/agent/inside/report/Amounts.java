package dev.plimsoll.agent.inside.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as people read them, with at most three digits that matter. */
final class Amounts {
    private static final double MICRO = 1_000;
    private static final double MILLI = 1_000_000;
    private static final double SECOND = 1_000_000_000;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final double KILOBYTE = 1_024;

    private Amounts() {}

    static String time(long nanos) {
        if (nanos < 999.5) {
            return nanos + " ns";
        }
        if (nanos < 999.5 * MICRO) {
            return digits(nanos / MICRO) + " µs";
        }
        if (nanos < 999.5 * MILLI) {
            return digits(nanos / MILLI) + " ms";
        }
        return nanos < 99.5 * SECOND ? digits(nanos / SECOND) + " s" : longTime(Math.round(nanos / SECOND));
    }

    private static String longTime(long seconds) {
        if (seconds < HOUR) {
            return seconds / MINUTE + " min " + seconds % MINUTE + " s";
        }
        return seconds < DAY
                ? seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min"
                : seconds / DAY + " d " + seconds % DAY / HOUR + " h";
    }

    static String micros(long micros) {
        return micros > Long.MAX_VALUE / 1_000 ? time(Long.MAX_VALUE) : time(micros * 1_000);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The noun in its singular or plural. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    static String share(long part, long whole) {
        if (whole == 0) {
            return "-";
        }
        double percent = 100.0 * part / whole;
        return part > 0 && percent < 0.5 ? "<1 %" : Math.round(percent) + " %";
    }

    static String bytes(long bytes) {
        if (bytes < KILOBYTE) {
            return bytes + " B";
        }
        double kilobytes = bytes / KILOBYTE;
        return kilobytes < KILOBYTE ? digits(kilobytes) + " kB" : digits(kilobytes / KILOBYTE) + " MB";
    }

    /** The time of day here, with the date if that is another day. */
    static String clock(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneId.systemDefault());
        boolean today = time.toLocalDate().equals(LocalDate.now(time.getZone()));
        return DateTimeFormatter.ofPattern(today ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .format(time);
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, number < 9.95 ? "%.1f" : "%.0f", number);
    }
}
