package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderReporterTest {

    @Test
    void aFindingIsAnEventOfTheRecordingThatRuns(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("findings.jfr");
        FlightRecorderReporter reporter = new FlightRecorderReporter();
        reporter.report(finding("before"));
        try (Recording recording = new Recording()) {
            recording.enable(FlightRecorderReporter.EVENT);
            recording.start();
            reporter.report(finding("first"));
            reporter.repeated(finding("again"), 2);
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
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
