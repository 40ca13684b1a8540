package dev.plimsoll.report;

import dev.plimsoll.finding.Finding;
import java.util.Locale;

/**
 * Writes each finding into the recordings of Java Flight Recorder that run, repeated ones too: long and idle transactions are findings
 * like any other. Costs an object while none runs. Safe for use by many threads.
 */
public final class FlightRecorderReporter implements Reporter {
    /** Name of the event. */
    public static final String EVENT = "dev.plimsoll.Finding";

    /** Whether this Java has Flight Recorder. */
    public static boolean isPossible() {
        try {
            Class.forName("jdk.jfr.Event", false, FlightRecorderReporter.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // a runtime image without jdk.jfr
        }
    }

    @Override
    public void report(Finding finding) {
        FindingEvent event = new FindingEvent();
        if (event.isEnabled()) {
            event.id = finding.id();
            event.kind = finding.kind();
            event.severity = finding.severity().name().toLowerCase(Locale.ROOT);
            event.unit = finding.unit();
            event.callSite = finding.callSite();
            event.shape = finding.shape();
            event.count = finding.count();
            event.timeLost = finding.timeLostMicros();
            event.commit();
        }
    }

    @Override
    public void repeated(Finding finding, long times) {
        report(finding);
    }
}
