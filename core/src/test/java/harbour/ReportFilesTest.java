package harbour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.PlimsollExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What code scanning and build servers are given. */
class ReportFilesTest {
    private static boolean mended;

    @TempDir
    Path folder;

    @ExtendWith(PlimsollExtension.class)
    abstract static class AtHarbour {
        static Harbour harbour;

        @BeforeAll
        static void open() {
            harbour = Harbour.with("report-files", 12);
        }

        @AfterAll
        static void close() {
            harbour.close();
        }
    }

    static class Ships extends AtHarbour {
        @Test
        void weight() throws SQLException {
            if (!mended) {
                harbour.weightShipByShip();
            }
        }

        @Test
        void weightAgain() throws SQLException {
            weight();
        }
    }

    static class Arrivals extends AtHarbour {
        @Test
        @ExpectNoFindings
        void arrivals() throws SQLException {
            for (int i = 0; i < 8; i++) {
                harbour.arrive(100 + i);
            }
        }
    }

    private JsonNode sarif() throws Exception {
        return new ObjectMapper().readTree(folder.resolve("plimsoll.sarif").toFile());
    }

    private Map<String, String> sarifParameters() {
        return Map.of("plimsoll.test.sarif", folder.resolve("plimsoll.sarif").toString());
    }

    private static JsonSchema schema() throws Exception {
        try (InputStream schema = ReportFilesTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        }
    }

    @Test
    void sarifKeepsToItsSchemaAndNamesTheLine() throws Exception {
        mended = false;
        Outcome.of(sarifParameters(), Ships.class, Arrivals.class);
        JsonNode sarif = sarif();
        assertThat(schema().validate(sarif)).isEmpty();
        JsonNode run = sarif.at("/runs/0");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id")).contains("n-plus-one", "commit-per-save");
        assertThat(run.at("/tool/driver/rules").findValuesAsText("helpUri"))
                .contains("https://plimsoll.dev/detectors/n-plus-one");
        JsonNode result = result(run, "n-plus-one");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText())
                .startsWith("n-plus-one in \"Ships.weight\": 12 times, up to ")
                .contains("Each row of `ship`");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).endsWith("src/test/java/harbour/Harbour.java");
        assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
        String line = Files.readAllLines(Path.of("src/test/java/harbour/Harbour.java"))
                .get(place.at("/region/startLine").asInt() - 1);
        assertThat(line).contains("statement.executeQuery()");
        assertThat(result.at("/partialFingerprints").fieldNames().next()).isEqualTo("plimsoll/v1");
        assertThat(result.at("/partialFingerprints/plimsoll~1v1").asText()).matches("[0-9a-f]{12}");
    }

    private static JsonNode result(JsonNode run, String kind) {
        for (JsonNode result : run.get("results")) {
            if (result.get("ruleId").asText().equals(kind)) {
                return result;
            }
        }
        throw new AssertionError("no " + kind + " in " + run.get("results"));
    }

    private List<String> kinds() throws Exception {
        return sarif().at("/runs/0/results").findValuesAsText("ruleId");
    }

    @Test
    void eachFindingIsThereOnceAndGoesWhenItsTestsNoLongerHaveIt() throws Exception {
        mended = false;
        Outcome.of(sarifParameters(), Ships.class);
        assertThat(kinds()).containsExactly("n-plus-one");
        Outcome.of(sarifParameters(), Arrivals.class);
        assertThat(kinds()).contains("n-plus-one", "commit-per-save");
        mended = true;
        Outcome.of(sarifParameters(), Ships.class);
        assertThat(kinds()).contains("commit-per-save").doesNotContain("n-plus-one");
    }

    @Test
    void aRunWithoutFindingsIsAValidFileToo() throws Exception {
        mended = true;
        Outcome.of(sarifParameters(), Ships.class);
        assertThat(kinds()).isEmpty();
        assertThat(schema().validate(sarif())).isEmpty();
    }

    @Test
    void whatTheBaselineAcceptsIsSuppressed() throws Exception {
        Path baseline = folder.resolve("baseline.txt");
        Outcome.of(
                Map.of("plimsoll.test.baseline", baseline.toString(), "plimsoll.test.baseline.update", "true"),
                Arrivals.class);
        Outcome.of(
                Map.of(
                        "plimsoll.test.baseline", baseline.toString(),
                        "plimsoll.test.sarif", folder.resolve("plimsoll.sarif").toString(),
                        "plimsoll.test.junit-xml",
                                folder.resolve("findings.xml").toString()),
                Arrivals.class);
        assertThat(schema().validate(sarif())).isEmpty();
        assertThat(result(sarif().at("/runs/0"), "commit-per-save")
                        .at("/suppressions/0/kind")
                        .asText())
                .isEqualTo("external");
        assertThat(testCases())
                .extracting(test -> test.getFirstChild().getNodeName())
                .contains("skipped");
    }

    @Test
    void junitsXmlHasATestCaseForEachFinding() throws Exception {
        mended = false;
        Outcome.of(
                Map.of("plimsoll.test.junit-xml", folder.resolve("findings.xml").toString()), Ships.class);
        assertThat(testCases()).singleElement().satisfies(test -> {
            assertThat(test.getAttribute("classname")).isEqualTo("harbour.Harbour");
            assertThat(test.getAttribute("name")).matches("n-plus-one [0-9a-f]{12}");
            assertThat(test.getAttribute("file")).endsWith("src/test/java/harbour/Harbour.java");
            Element failure = (Element) test.getFirstChild();
            assertThat(failure.getNodeName()).isEqualTo("failure");
            assertThat(failure.getAttribute("message")).startsWith("n-plus-one in \"Ships.weight\": 12 times");
            assertThat(failure.getTextContent()).contains("\n    sql         select weight from container");
        });
    }

    private List<Element> testCases() throws Exception {
        NodeList nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("findings.xml").toFile())
                .getElementsByTagName("testcase");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(number -> (Element) nodes.item(number))
                .toList();
    }

    @Test
    void processesOfOneBuildWriteOneFile() throws Exception {
        List<Process> forks = List.of(
                Fork.start(Ships.class, sarifParameters(), folder.resolve("ships.log")),
                Fork.start(Arrivals.class, sarifParameters(), folder.resolve("arrivals.log")));
        for (Process fork : forks) {
            assertThat(fork.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(fork.exitValue())
                    .as(() -> log("ships.log") + log("arrivals.log"))
                    .isZero();
        }
        assertThat(kinds()).contains("n-plus-one", "commit-per-save");
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
