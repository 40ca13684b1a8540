package dev.plimsoll.config;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations and amounts as people write them. Each method answers null, or nothing, for what it cannot read. */
final class Amounts {
    static final String DURATION = "a duration such as 250ms, 10s or 5m";
    static final String BYTES = "a number of bytes such as 512kB or 64MB";

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})\\s*([a-z%]*)");
    /** Beyond a year a duration is a mistake, and its nanoseconds would soon not fit. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private Amounts() {}

    static @Nullable Duration duration(String text) {
        Matcher number = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
        if (!number.matches()) {
            return null;
        }
        long amount = Long.parseLong(number.group(1));
        Duration duration = switch (number.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(Math.min(amount, Integer.MAX_VALUE));
            case "h" -> Duration.ofHours(Math.min(amount, Integer.MAX_VALUE));
            default -> amount == 0 && number.group(2).isEmpty() ? Duration.ZERO : null;
        };
        return duration == null || duration.compareTo(LONGEST) > 0 ? null : duration;
    }

    static OptionalLong bytes(String text) {
        Matcher number = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
        if (!number.matches()) {
            return OptionalLong.empty();
        }
        int shift = switch (number.group(2)) {
            case "", "b" -> 0;
            case "kb" -> 10;
            case "mb" -> 20;
            case "gb" -> 30;
            default -> -1;
        };
        long amount = Long.parseLong(number.group(1));
        return shift < 0 || amount > Long.MAX_VALUE >> shift ? OptionalLong.empty() : OptionalLong.of(amount << shift);
    }

    static OptionalInt whole(String text, int least) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches() && number.group(2).isEmpty()) {
            long amount = Long.parseLong(number.group(1));
            if (amount >= least && amount <= Integer.MAX_VALUE) {
                return OptionalInt.of((int) amount);
            }
        }
        return OptionalInt.empty();
    }
}
