package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.testing.FlightRecording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderReporterTest {

    @Test
    void aFindingIsAnEventOfTheRecordingThatRuns(@TempDir Path folder) throws IOException {
        FlightRecorderReporter reporter = new FlightRecorderReporter();
        reporter.report(finding("before"));
        List<RecordedEvent> events = FlightRecording.of(FlightRecorderReporter.EVENT, folder, () -> {
            reporter.report(finding("first"));
            reporter.repeated(finding("again"), 2);
        });
        assertThat(events).extracting(event -> event.getString("unit")).containsExactly("first", "again");
        assertThat(events.get(0).getString("severity")).isEqualTo("warning");
        assertThat(events.get(0).getDuration("timeLost").toNanos()).isEqualTo(1_500_000);
    }

    private static Finding finding(String unit) {
        return new Finding(
                "1",
                "n-plus-one",
                Severity.WARNING,
                Confidence.CONFIRMED,
                unit,
                "shop.Page.lines(Page.java:1)",
                "select 1",
                5,
                1_500,
                List.of(),
                "",
                "");
    }
}
