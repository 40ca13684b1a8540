package dev.plimsoll.junit;

import dev.plimsoll.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** Holds a recording against what was expected of it. Confined to one thread. */
final class Judgement {
    private final StatementRecording recording;
    private final List<Complaint> complaints = new ArrayList<>();

    private Judgement(StatementRecording recording) {
        this.recording = recording;
    }

    /**
     * What is wrong, one failure for each expectation; the last one lists the statements.
     *
     * @param unexpected the findings that there must not be
     * @param finished whether the test came to its end; otherwise nothing can be missing
     */
    static List<AssertionFailedError> of(
            StatementRecording recording, Expectations expectations, List<Finding> unexpected, boolean finished) {
        Judgement judgement = new Judgement(recording);
        expectations.statements().forEach((kind, bounds) -> judgement.count(kind, bounds, finished));
        expectations.findings().forEach((kind, bounds) -> judgement.count(kind, bounds, finished));
        if (!unexpected.isEmpty()) {
            judgement.complain(
                    "Expected no findings, but there " + RecordingText.areFindings(unexpected.size())
                            + RecordingText.of(unexpected),
                    "no findings",
                    unexpected.size());
        }
        return judgement.failures();
    }

    private void count(StatementKind kind, Bounds bounds, boolean finished) {
        long count = recording.count(kind);
        if (bounds.tooMany(count) || finished && bounds.tooFew(count)) {
            complain(RecordingText.of(kind, bounds, count), bounds.toString(), count);
        }
    }

    private void count(String kind, Bounds bounds, boolean finished) {
        List<Finding> found = recording.findings().stream()
                .filter(finding -> finding.kind().equals(kind))
                .toList();
        if (bounds.tooMany(found.size()) || finished && bounds.tooFew(found.size())) {
            complain(
                    "Expected " + bounds + " " + (bounds.last() == 1 ? "finding" : "findings") + " of kind " + kind
                            + ", but there " + RecordingText.areFindings(found.size()) + RecordingText.of(found),
                    bounds.toString(),
                    found.size());
        }
    }

    private void complain(String text, String expected, long actual) {
        complaints.add(new Complaint(text, expected, actual));
    }

    private List<AssertionFailedError> failures() {
        List<AssertionFailedError> failures = new ArrayList<>();
        for (Complaint complaint : complaints) {
            boolean last = failures.size() == complaints.size() - 1;
            String text = last ? complaint.text + System.lineSeparator() + recording : complaint.text;
            failures.add(new AssertionFailedError(text, complaint.expected, complaint.actual));
        }
        return failures;
    }

    private record Complaint(String text, String expected, long actual) {}
}
