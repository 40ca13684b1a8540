package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the tables of {@code docs/options.md} true. */
class OptionsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "options.md");

    @Test
    void thePageListsEveryOptionAndThresholdWithItsDefaults() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `plimsoll."))
                .toList();
        assertThat(rows).containsExactlyElementsOf(owed());
    }

    private static List<String> owed() {
        List<String> rows = new ArrayList<>();
        Arrays.stream(Option.values()).map(OptionsPageTest::row).forEach(rows::add);
        Arrays.stream(Threshold.values()).map(OptionsPageTest::row).forEach(rows::add);
        return rows;
    }

    private static String row(Option option) {
        return "| `plimsoll." + option.key() + "` | " + option.description() + " | " + option.legal() + " | "
                + (option.standard().isEmpty() ? "none" : option.standard()) + " |";
    }

    private static String row(Threshold threshold) {
        return "| `plimsoll." + threshold.key() + "` | " + threshold.description() + " | "
                + threshold.standard(Profile.TEST) + " | " + threshold.standard(Profile.DEV) + " | "
                + threshold.standard(Profile.PROD) + " | " + threshold.least() + " |";
    }
}
