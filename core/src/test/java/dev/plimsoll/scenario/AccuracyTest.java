package dev.plimsoll.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Plays every history of the corpus and publishes how many verdicts were right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccuracyTest {
    private final Accuracy accuracy = new Accuracy();

    @TestFactory
    Stream<DynamicTest> everyRowGetsItsVerdict() {
        return Row.all().stream()
                .map(row -> dynamicTest(row.id() + " " + row.scenario().story(), () -> judge(row)));
    }

    private void judge(Row row) throws Exception {
        Verdict verdict;
        try {
            verdict = row.play();
        } catch (Exception | AssertionError e) {
            accuracy.addBroken(row);
            throw e;
        }
        accuracy.add(row, verdict);
        assertThat(verdict.complaints()).isEmpty();
    }

    @Test
    void noRowIsMissing() {
        List<String> wanted = Stream.of(
                        numbered(1, 12),
                        numbered(14, 23),
                        numbered(25, 48),
                        numbered(50, 50),
                        numbered(52, 72),
                        numbered(76, 76),
                        numbered(78, 79),
                        numbered(81, 83),
                        numbered(85, 85),
                        numbered(88, 90),
                        numbered(93, 97))
                .flatMap(ids -> ids)
                .toList();
        List<String> present = Row.all().stream().map(Row::id).toList();
        assertThat(present).containsAll(wanted).doesNotHaveDuplicates();
    }

    private static Stream<String> numbered(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj("C%02d"::formatted);
    }

    @AfterAll
    void publish() throws IOException {
        accuracy.writeTo(Path.of("target", "accuracy.json"));
    }
}
