package dev.plimsoll.junit;

import dev.plimsoll.config.Silence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a recording. A failure lists the statements with their places. */
public final class RecordingAssert extends AbstractAssert<RecordingAssert, StatementRecording> {

    RecordingAssert(StatementRecording actual) {
        super(actual, RecordingAssert.class);
    }

    /** Exactly {@code count} statements were executed. */
    public RecordingAssert hasStatements(long count) {
        return has(StatementKind.ANY, new Bounds(count, count));
    }

    /** Exactly {@code count} statements of a kind were executed. */
    public RecordingAssert hasStatements(StatementKind kind, long count) {
        return has(kind, new Bounds(count, count));
    }

    /** No more than {@code count} statements were executed. */
    public RecordingAssert hasAtMostStatements(long count) {
        return has(StatementKind.ANY, new Bounds(0, count));
    }

    /** No more than {@code count} statements of a kind were executed. */
    public RecordingAssert hasAtMostStatements(StatementKind kind, long count) {
        return has(kind, new Bounds(0, count));
    }

    private RecordingAssert has(StatementKind kind, Bounds bounds) {
        isNotNull();
        long count = actual.count(kind);
        if (bounds.tooFew(count) || bounds.tooMany(count)) {
            failWithMessage("%s", RecordingText.of(kind, bounds, count) + System.lineSeparator() + actual);
        }
        return this;
    }

    /** Nothing was found but information. */
    public RecordingAssert hasNoFindings() {
        return hasNoFindingsExcept();
    }

    /** Nothing was found but information and what is named: kinds, ids, or kinds at a method. */
    public RecordingAssert hasNoFindingsExcept(String... kinds) {
        isNotNull();
        List<Silence> except = Arrays.stream(kinds).map(Silence::of).toList();
        List<Finding> unexpected = actual.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .filter(finding -> except.stream().noneMatch(exception -> exception.covers(finding)))
                .toList();
        if (!unexpected.isEmpty()) {
            String text = "Expected no findings, but there " + RecordingText.areFindings(unexpected.size())
                    + RecordingText.of(unexpected);
            failWithMessage("%s", text + System.lineSeparator() + actual);
        }
        return this;
    }

    /** Something of this kind was found. */
    public RecordingAssert hasFinding(String kind) {
        isNotNull();
        if (actual.findings().stream().noneMatch(finding -> finding.kind().equals(kind))) {
            List<String> kinds = actual.findings().stream().map(Finding::kind).toList();
            failWithMessage("%s", "Expected a finding of kind " + kind + ", but found " + kinds + " in " + actual);
        }
        return this;
    }
}
