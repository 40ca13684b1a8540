package dev.plimsoll.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedUnit;
import org.junit.jupiter.api.Test;

class FindingDraftTest {
    private final ObservedUnit unit = Units.owned(
                    Run.of("select * from t").times(4).at("shop.Page", "show", 3))
            .observed();

    private FindingDraft draft() {
        return FindingDraft.of("own-rule", unit, unit.statements().get(0));
    }

    @Test
    void whatIsNotSaidIsAConfirmedWarning() {
        Finding finding = draft().build();
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.count()).isEqualTo(4);
        assertThat(finding.timeLostMicros()).isZero();
        assertThat(finding.shape()).isEqualTo("select * from t");
        assertThat(finding.callSite()).isEqualTo("shop.Page.show(Page.java:3)");
        assertThat(finding.documentation()).isEqualTo("https://plimsoll.dev/detectors/own-rule");
    }

    @Test
    void whatIsSaidCounts() {
        Finding finding = draft().severity(Severity.ERROR)
                .confidence(Confidence.LIKELY)
                .count(9)
                .timeLostNanos(5_500)
                .evidence("rows", "7")
                .advice("Ask less.")
                .documentation("https://example.org/own-rule")
                .build();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
        assertThat(finding.count()).isEqualTo(9);
        assertThat(finding.timeLostMicros()).isEqualTo(5);
        assertThat(finding.evidence()).containsExactly(new Evidence("rows", "7"));
        assertThat(finding.advice()).isEqualTo("Ask less.");
        assertThat(finding.documentation()).isEqualTo("https://example.org/own-rule");
    }
}
