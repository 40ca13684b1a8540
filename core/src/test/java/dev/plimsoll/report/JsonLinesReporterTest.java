package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesReporterTest {
    private static final String AWKWARD = "\"quoted\" back\\slash \n line \t tab \u0001 \u2028 é € 😀 \ud800";

    @TempDir
    private Path folder;

    private static Finding finding(String advice) {
        return new Finding(
                "0123456789ab",
                "n-plus-one",
                Severity.WARNING,
                Confidence.CONFIRMED,
                "GET /orders",
                "shop.OrderPage.lines(OrderPage.java:42)",
                "select * from order_line where order_id = ?",
                20,
                1_500,
                List.of(new Evidence("parent", "select * from orders"), new Evidence("executions", "20")),
                advice,
                "https://plimsoll.dev/detectors/n-plus-one");
    }

    @Test
    void aLineHasTheAgreedKeysInOrder() throws Exception {
        JsonNode line = new ObjectMapper().readTree(FindingJson.line(finding("join it")));
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "kind",
                        "severity",
                        "confidence",
                        "unit",
                        "callSite",
                        "shape",
                        "count",
                        "timeLostMicros",
                        "evidence",
                        "advice",
                        "documentation");
        assertThat(line.get("severity").asText()).isEqualTo("warning");
        assertThat(line.get("count").asLong()).isEqualTo(20);
        assertThat(line.get("evidence").get(0).get("name").asText()).isEqualTo("parent");
        assertThat(line.get("evidence")).hasSize(2);
    }

    @Test
    void anyTextSurvives() throws Exception {
        String json = FindingJson.line(finding(AWKWARD));
        assertThat(json).doesNotContain("\n");
        assertThat(new ObjectMapper().readTree(json).get("advice").asText()).isEqualTo(AWKWARD);
    }

    @Test
    void manyThreadsAppendWholeLines() throws Exception {
        Path file = folder.resolve("a/b/findings.jsonl");
        JsonLinesReporter reporter = new JsonLinesReporter(file);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 100; i++) {
            threads.execute(() -> reporter.report(finding("join it")));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readAllLines(file)).hasSize(100).containsOnly(FindingJson.line(finding("join it")));
    }
}
