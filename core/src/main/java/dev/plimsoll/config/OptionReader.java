package dev.plimsoll.config;

import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Threshold;
import dev.plimsoll.detect.Thresholds;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads values by key; each wrong one becomes a sentence. */
final class OptionReader {
    private static final long STRICT_IN_LIST = 15;

    private final Map<String, String> values;

    OptionReader(Map<String, String> values) {
        this.values = values;
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!isKey(value.getKey())) {
                throw unknown(value.getKey());
            }
        }
    }

    private static boolean isKey(String key) {
        for (Option option : Option.values()) {
            if (option.key().equals(key)) {
                return true;
            }
        }
        for (Threshold threshold : Threshold.values()) {
            if (threshold.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> keys() {
        return Stream.concat(
                Arrays.stream(Option.values()).map(Option::key),
                Arrays.stream(Threshold.values()).map(Threshold::key));
    }

    boolean flag(Option option, boolean standard) {
        String value = value(option);
        if (value == null) {
            return standard;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw illegal(option.key(), value, option.legal());
        };
    }

    Profile profile() {
        String value = value(Option.PROFILE);
        if (value == null) {
            return Profile.DEV;
        }
        for (Profile profile : Profile.values()) {
            if (profile.name().equalsIgnoreCase(value)) {
                return profile;
            }
        }
        throw illegal(Option.PROFILE.key(), value, Option.PROFILE.legal());
    }

    boolean callSitesOfFirstExecutions(Profile profile) {
        String value = value(Option.CALL_SITES);
        if (value == null) {
            return profile != Profile.PROD;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "always" -> true;
            case "repeated" -> false;
            default -> throw illegal(Option.CALL_SITES.key(), value, Option.CALL_SITES.legal());
        };
    }

    List<String> list(Option option) {
        String value = value(option);
        if (value == null) {
            return List.of();
        }
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    Optional<Path> file(Option option) {
        String value = value(option);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(value);
            if (!Files.isDirectory(file)) {
                return Optional.of(file);
            }
        } catch (InvalidPathException e) {
            // told below, like a folder
        }
        throw illegal(option.key(), value, option.legal());
    }

    Thresholds thresholds(Profile profile) {
        Thresholds thresholds = Thresholds.of(profile);
        if (flag(Option.STRICT, false)) {
            thresholds = thresholds.with(Threshold.OVERSIZED_IN_LIST_ELEMENTS, STRICT_IN_LIST);
        }
        for (Threshold threshold : Threshold.values()) {
            String value = values.get(threshold.key());
            if (value != null) {
                thresholds = thresholds.with(threshold, number(threshold, value));
            }
        }
        return thresholds;
    }

    private static long number(Threshold threshold, String value) {
        String legal = "a whole number from " + threshold.least() + " on";
        try {
            long number = Long.parseLong(value.strip());
            if (number >= threshold.least()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw illegal(threshold.key(), value, legal);
    }

    /** The value or, where there is none, the default. */
    String text(Option option) {
        String value = value(option);
        return value == null ? option.standard() : value;
    }

    String choice(Option option, String... legal) {
        String value = text(option);
        for (String one : legal) {
            if (one.equalsIgnoreCase(value)) {
                return one;
            }
        }
        throw illegal(option);
    }

    Duration duration(Option option) {
        Duration duration = Amounts.duration(text(option));
        if (duration == null) {
            throw illegal(option);
        }
        return duration;
    }

    long bytes(Option option) {
        return Amounts.bytes(text(option)).orElseThrow(() -> illegal(option));
    }

    int whole(Option option, int least) {
        return Amounts.whole(text(option), least).orElseThrow(() -> illegal(option));
    }

    InvalidOptionException illegal(Option option) {
        return option.isSecret()
                ? new InvalidOptionException(
                        Options.PREFIX + option.key() + " must be " + option.legal() + ", each id once")
                : illegal(option.key(), text(option), option.legal());
    }

    private @Nullable String value(Option option) {
        String value = values.get(option.key());
        return value == null ? null : value.strip();
    }

    private static InvalidOptionException illegal(String key, String value, String legal) {
        return new InvalidOptionException(Options.PREFIX + key + " is '" + value + "', but must be " + legal);
    }

    private static InvalidOptionException unknown(String key) {
        String nearest = Nearest.to(key, keys());
        return new InvalidOptionException("'" + Options.PREFIX + key + "' is not an option of Plimsoll; did you mean '"
                + Options.PREFIX + nearest + "'? The options are: "
                + String.join(", ", keys().sorted().toList()));
    }
}
