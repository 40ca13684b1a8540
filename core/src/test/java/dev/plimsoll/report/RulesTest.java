package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What SARIF says of a kind is what the table of the detectors' pages says. */
class RulesTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| \\[([a-z-]+)]\\([^)]*\\) \\| ([^|]+?) \\|", Pattern.MULTILINE);

    @Test
    void eachKindIsDescribedAsOnTheDetectorsPage() throws Exception {
        Map<String, String> owed = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("..", "docs", "detectors", "README.md")));
        while (row.find()) {
            owed.put(row.group(1), row.group(2));
        }
        assertThat(owed).hasSizeGreaterThan(10);
        owed.forEach((kind, description) -> assertThat(Rules.description(kind)).contains(description));
        assertThat(Rules.description("a-users-own")).isEqualTo(Optional.empty());
    }
}
