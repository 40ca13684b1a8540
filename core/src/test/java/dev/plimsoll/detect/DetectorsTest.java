package dev.plimsoll.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A kind is a class, a line in {@link Detectors}, limits and a page, all of one name. */
class DetectorsTest {
    private static final Path PAGES = Path.of("..", "docs", "detectors");

    static Stream<String> kinds() {
        return Stream.concat(
                Detectors.detectors().stream().map(Detector::kind),
                Detectors.watches().stream().map(Watch::kind));
    }

    static Stream<Object> all() {
        return Stream.concat(Detectors.detectors().stream(), Detectors.watches().stream());
    }

    @Test
    void thereIsOneForEachKindSortedByKind() {
        assertThat(kinds()).doesNotHaveDuplicates().hasSize(15);
        assertThat(Detectors.detectors().stream().map(Detector::kind)).isSorted();
        assertThat(Detectors.watches().stream().map(Watch::kind)).isSorted();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theClassIsNamedAfterItsKind(Object detector) {
        String kind = detector instanceof Watch watch ? watch.kind() : ((Detector) detector).kind();
        String name = Arrays.stream(kind.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .reduce("", String::concat);
        assertThat(detector.getClass().getSimpleName()).isEqualTo(name);
    }

    @Test
    void everyDetectorIsListed() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src", "main", "java", "dev", "plimsoll", "detect"))) {
            List<String> written = sources.filter(source -> implementsDetector(source))
                    .map(source -> source.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(all().map(detector -> detector.getClass().getSimpleName()))
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    private static boolean implementsDetector(Path source) {
        return read(source).matches("(?s).*\\bclass \\w+ implements (Detector|Watch)\\b.*");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasLimits(String kind) {
        assertThat(limits(kind)).isNotEmpty();
    }

    @Test
    void everyLimitBelongsToAKind() {
        assertThat(kinds().mapToInt(kind -> limits(kind).size()).sum()).isEqualTo(Threshold.values().length);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasAPageOfFortyToSeventyLines(String kind) {
        List<String> lines = read(page(kind)).lines().toList();
        assertThat(lines.get(0)).isEqualTo("# " + kind);
        assertThat(lines).hasSizeBetween(40, 70);
        assertThat(lines)
                .contains("## Smallest example", "## The fix", "## Tuning and silencing")
                .anyMatch(line -> line.startsWith("**What it sees.**"))
                .anyMatch(line -> line.startsWith("**Why it hurts.**"))
                .anyMatch(line -> line.contains("`plimsoll.silence=" + kind + "@"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thePageListsExactlyTheLimitsAndTheirDefaults(String kind) {
        List<String> rows = limits(kind).stream().map(DetectorsTest::row).toList();
        assertThat(read(page(kind)).lines().filter(line -> line.startsWith("| `plimsoll.")))
                .containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theTableOfPagesListsTheKind(String kind) {
        assertThat(read(PAGES.resolve("README.md"))).contains("| [" + kind + "](" + kind + ".md) |");
    }

    @Test
    void thereIsNoPageWithoutAKind() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(
                            kinds().map(kind -> kind + ".md").toList());
        }
    }

    private static List<Threshold> limits(String kind) {
        return Arrays.stream(Threshold.values())
                .filter(threshold -> threshold.key().startsWith(kind + "."))
                .toList();
    }

    private static String row(Threshold threshold) {
        return "| `plimsoll." + threshold.key() + "` | " + threshold.description() + " | "
                + threshold.standard(Profile.TEST) + " | " + threshold.standard(Profile.DEV) + " | "
                + threshold.standard(Profile.PROD) + " |";
    }

    private static Path page(String kind) {
        return PAGES.resolve(kind + ".md");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException missing) {
            throw new AssertionError(path + " cannot be read", missing);
        }
    }
}
