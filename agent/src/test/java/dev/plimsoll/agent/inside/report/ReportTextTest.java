package dev.plimsoll.agent.inside.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final String HEAD = "Plimsoll on process 4711 (shop.Shop, Java 17.0.15), attached at 08:00:00";

    @Test
    void aReportLooksLikeThis() throws IOException {
        assertThat(TextReport.of(Samples.shop(), HEAD)).isEqualTo(expected("shop.txt"));
    }

    @Test
    void aReportOfNothingSaysWhatToWaitFor() throws IOException {
        assertThat(TextReport.of(Samples.nothing(), HEAD)).isEqualTo(expected("nothing.txt"));
    }

    @Test
    void aFindingIsNewOnceAndAgainWhenItGetsWorse() {
        NewFindings findings = new NewFindings();
        assertThat(findings.among(List.of(Samples.finding(Severity.WARNING)))).hasSize(1);
        assertThat(findings.among(List.of(Samples.finding(Severity.WARNING)))).isEmpty();
        assertThat(findings.among(List.of(Samples.finding(Severity.ERROR)))).hasSize(1);
        assertThat(findings.among(List.of(Samples.finding(Severity.WARNING)))).isEmpty();
        assertThat(findings.among(List.of(Samples.finding(Severity.ERROR)))).isEmpty();
    }

    @Test
    void timesHaveTheUnitThatPeopleRead() {
        assertThat(List.of(
                        Amounts.time(870),
                        Amounts.time(1_234),
                        Amounts.time(999_600),
                        Amounts.time(41_300_000),
                        Amounts.time(8_240_000_000L),
                        Amounts.time(605_000_000_000L),
                        Amounts.time(7_260_000_000_000L),
                        Amounts.time(180_000_000_000_000L)))
                .containsExactly("870 ns", "1.2 µs", "1.0 ms", "41 ms", "8.2 s", "10 min 5 s", "2 h 1 min", "2 d 2 h");
    }

    @Test
    void aLongWordIsNotBroken() {
        String word = "x".repeat(120);
        assertThat(new Page().field("sql", "select " + word).toString())
                .isEqualTo("    sql        select\n               " + word + "\n");
    }

    private static String expected(String name) throws IOException {
        try (InputStream file = ReportTextTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
