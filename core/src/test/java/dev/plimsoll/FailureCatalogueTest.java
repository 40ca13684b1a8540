package dev.plimsoll;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of {@code docs/routing-failures.md} names a test that exists and bears the row's number. */
class FailureCatalogueTest {
    private static final Path ROOT = Path.of("..");
    private static final int FAILURES = 68;
    private static final Pattern ROW =
            Pattern.compile("^\\| (T\\d+) \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("(\\w+)#(\\w+)");

    @Test
    void eachFailureHasARow() throws IOException {
        assertThat(rows().stream().map(row -> row.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, FAILURES)
                        .mapToObj(number -> "T" + number)
                        .toList());
    }

    @Test
    void eachRowNamesATestWithItsNumber() throws IOException {
        Map<String, List<Path>> sources = sources();
        for (MatchResult row : rows()) {
            List<String> named = CODE.matcher(row.group(2))
                    .results()
                    .map(code -> code.group(1))
                    .toList();
            assertThat(named).as(row.group()).isNotEmpty();
            for (String each : named) {
                assertThat(exists(each, row.group(1), sources))
                        .as("%s of %s", each, row.group(1))
                        .isTrue();
            }
        }
    }

    private static List<MatchResult> rows() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/routing-failures.md"));
        return ROW.matcher(page).results().toList();
    }

    /** By their names. */
    private static Map<String, List<Path>> sources() throws IOException {
        try (Stream<Path> core = Files.walk(ROOT.resolve("core/src/test/java"));
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
            return Stream.concat(core, examples)
                    .filter(path -> path.toString().endsWith(".java"))
                    .collect(groupingBy(path -> path.getFileName().toString()));
        }
    }

    private static boolean exists(String named, String number, Map<String, List<Path>> sources) throws IOException {
        var test = TEST.matcher(named);
        if (!test.matches()) {
            return Files.isRegularFile(ROOT.resolve(named));
        }
        for (Path path : sources.getOrDefault(test.group(1) + ".java", List.of())) {
            if (shows(Files.readString(path), test.group(2), number)) {
                return true;
            }
        }
        return false;
    }

    /** The number stands with the method: after whatever was before it ended, or before the method's first line. */
    private static boolean shows(String source, String method, String number) {
        int at = source.indexOf(" " + method + "(");
        int before = at < 0 ? -1 : source.lastIndexOf("\n\n", at);
        return before >= 0
                && Pattern.compile("\\b" + number + "\\b")
                        .matcher(source.substring(before, at))
                        .find();
    }
}
