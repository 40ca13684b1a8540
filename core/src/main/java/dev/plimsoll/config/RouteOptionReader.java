package dev.plimsoll.config;

import dev.plimsoll.route.Capture;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.route.RouteOptions;
import dev.plimsoll.route.TokenKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Reads what concerns replicas. */
final class RouteOptionReader {
    private static final int LEAST_SECRET = 16;
    private static final int HIGHEST_KEY = 255;

    private final OptionReader read;

    RouteOptionReader(OptionReader read) {
        this.read = read;
    }

    RouteOptions options(int fallback) {
        return new RouteOptions(
                level(),
                read.flag(Option.AUTOCOMMIT_READS, true),
                Capture.valueOf(read.choice(Option.CAPTURE, "group", "commit").toUpperCase(Locale.ROOT)),
                read.choice(Option.SCOPE, "unit", "process").equals("process"),
                positive(Option.POLL_IDLE),
                positive(Option.POLL_BUSY),
                read.duration(Option.LAG_LIMIT),
                read.bytes(Option.LAG_LIMIT_BYTES),
                read.duration(Option.REPLICA_WAIT),
                fallback,
                read.duration(Option.FALLBACK_WAIT),
                read.duration(Option.IN_DOUBT_WINDOW),
                read.duration(Option.PIN_WINDOW),
                read.flag(Option.NUDGE, true),
                positive(Option.SESSION_TIME),
                read.whole(Option.SESSION_LIMIT, 1),
                tokenKeys());
    }

    /** A node that is asked every 0 ms would do nothing else. */
    private Duration positive(Option option) {
        Duration duration = read.duration(option);
        if (duration.isZero()) {
            throw read.illegal(option);
        }
        return duration;
    }

    private ReadLevel level() {
        String value = read.text(Option.READ_LEVEL);
        for (ReadLevel level : ReadLevel.values()) {
            if (level.key().equalsIgnoreCase(value)) {
                return level;
            }
        }
        throw read.illegal(Option.READ_LEVEL);
    }

    Share fallback() {
        String value = read.text(Option.FALLBACK_MAX_CONCURRENT);
        boolean percent = value.endsWith("%");
        OptionalInt amount = Amounts.whole(percent ? value.substring(0, value.length() - 1) : value, 1);
        if (amount.isEmpty() || percent && amount.getAsInt() > 100) {
            throw read.illegal(Option.FALLBACK_MAX_CONCURRENT);
        }
        return new Share(amount.getAsInt(), percent);
    }

    private List<TokenKey> tokenKeys() {
        List<TokenKey> keys = new ArrayList<>();
        for (String item : read.list(Option.TOKEN_KEYS)) {
            int colon = item.indexOf(':');
            OptionalInt id = Amounts.whole(item.substring(0, Math.max(0, colon)), 0);
            String secret = item.substring(colon + 1);
            boolean legal = id.isPresent() && id.getAsInt() <= HIGHEST_KEY && secret.length() >= LEAST_SECRET;
            if (!legal || keys.stream().anyMatch(key -> key.id() == id.getAsInt())) {
                throw read.illegal(Option.TOKEN_KEYS);
            }
            keys.add(new TokenKey(id.getAsInt(), secret));
        }
        return keys;
    }
}
