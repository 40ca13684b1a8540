package shop.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.ExpectStatements;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The extension that core tests with Jupiter 5 does the same on Jupiter 6. */
class JupiterSixTest {
    @TempDir
    Path folder;

    @ExpectStatements(max = 1)
    static class Sample {
        private static OrdersPage page;

        @BeforeAll
        static void open() throws SQLException {
            page = new OrdersPage();
            page.broken();
        }

        @AfterAll
        static void close() throws SQLException {
            page.close();
        }

        @Test
        void tooMany() throws SQLException {
            page.broken();
        }

        @Test
        @ExpectStatements(max = 6)
        @ExpectNoFindings
        void both() throws SQLException {
            page.broken();
        }

        @ParameterizedTest(name = "parameter {0}")
        @ValueSource(ints = {1, 2})
        void parameterized(int times) throws SQLException {
            for (int i = 0; i < times; i++) {
                page.mended();
            }
        }

        @TestFactory
        Stream<DynamicTest> dynamic() {
            return Stream.of(1, 2)
                    .map(times -> DynamicTest.dynamicTest("dynamic " + times, () -> parameterized(times)));
        }

        @Nested
        class Inner {
            @Test
            void nested() throws SQLException {
                page.broken();
            }
        }
    }

    /** First lines of the failures by test; empty for those that succeeded. */
    private static Map<String, String> run(Map<String, String> parameters, Class<?> type) {
        Map<String, String> outcomes = new TreeMap<>();
        EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(selectClass(type))
                .execute()
                .testEvents()
                .finished()
                .stream()
                .forEach(event -> outcomes.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .map(failure -> String.valueOf(failure.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""))
                                .orElse("")));
        return outcomes;
    }

    @Test
    void thisIsJupiterSix() {
        assertThat(ExtendWith.class.getPackage().getImplementationVersion()).startsWith("6.");
    }

    @Test
    void testsAreJudgedAsOnJupiterFive() {
        String six = "Expected at most 1 statement, but 6 were executed";
        String two = "Expected at most 1 statement, but 2 were executed";
        assertThat(run(Map.of(), Sample.class))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "tooMany()", six,
                        "both()", "Expected no findings, but there is 1:",
                        "parameter 1", "",
                        "parameter 2", two,
                        "dynamic 1", "",
                        "dynamic 2", two,
                        "nested()", six));
    }

    @Test
    void filesAreWrittenBehindEachClass() throws Exception {
        Path sarif = folder.resolve("plimsoll.sarif");
        run(Map.of("plimsoll.test.sarif", sarif.toString()), Sample.class);
        List<String> kinds = new ObjectMapper()
                .readTree(sarif.toFile())
                .at("/runs/0/results")
                .findValuesAsText("ruleId");
        assertThat(kinds).contains("n-plus-one");
    }

    /** Not annotated, so that only the automatic registration brings the extension along. */
    static class Unmarked {
        @Test
        void broken() throws SQLException {
            try (OrdersPage page = new OrdersPage()) {
                page.broken();
            }
        }
    }

    @Test
    void theExtensionCanBeRegisteredAutomatically() throws Exception {
        Path sarif = folder.resolve("all.sarif");
        assertThat(run(
                        Map.of(
                                "plimsoll.test.sarif",
                                sarif.toString(),
                                "junit.jupiter.extensions.autodetection.enabled",
                                "true"),
                        Unmarked.class))
                .isEqualTo(Map.of("broken()", ""));
        assertThat(sarif).content().contains("\"ruleId\":\"n-plus-one\"");
    }
}
