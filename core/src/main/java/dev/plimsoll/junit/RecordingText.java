package dev.plimsoll.junit;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.LogReporter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What failures of tests print: statements with counts and places, most frequent first, and findings. */
final class RecordingText {
    private static final int SHOWN_STATEMENTS = 20;
    private static final int SHOWN_SHAPE = 300;
    /** What to do if Plimsoll has seen nothing. */
    static final String NOTHING =
            "Nothing was executed through a data source that Plimsoll watches. Watch it with Plimsoll.wrap(…) or"
                    + " with jdbc:plimsoll: in its URL, and take the unit to threads that the test starts with"
                    + " UnitOfWork.current().wrap(task).";

    private RecordingText() {}

    static String of(StatementRecording recording) {
        if (recording.count() == 0) {
            return NOTHING;
        }
        StringBuilder text =
                new StringBuilder(recording.count() + " " + StatementKind.ANY.noun(recording.count()) + ":");
        List<RecordedStatement> all = recording.statements().stream()
                .sorted(Comparator.comparingLong(RecordedStatement::executions).reversed())
                .toList();
        all.stream().limit(SHOWN_STATEMENTS).forEach(statement -> append(text, statement));
        long rest = recording.dropped()
                + all.stream()
                        .skip(SHOWN_STATEMENTS)
                        .mapToLong(RecordedStatement::executions)
                        .sum();
        if (rest > 0) {
            text.append(String.format(Locale.ROOT, "%n%6d × other statements", rest));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, RecordedStatement statement) {
        text.append(String.format(Locale.ROOT, "%n%6d × %s", statement.executions(), shortened(statement.shape())));
        if (!statement.callSite().isEmpty()) {
            text.append(String.format(Locale.ROOT, "%n         at %s", statement.callSite()));
        }
    }

    /** That there were too many, or too few. */
    static String of(StatementKind kind, Bounds expected, long count) {
        String executed = count == 0 ? "none was executed" : count == 1 ? "1 was executed" : count + " were executed";
        return "Expected " + expected + " " + kind.noun(expected.last()) + ", but " + executed;
    }

    /** As in "there is 1:". */
    static String areFindings(int count) {
        return count == 0 ? "are none" : count == 1 ? "is 1:" : "are " + count + ":";
    }

    static String of(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(String.format(Locale.ROOT, "%n%s ", finding.severity())).append(LogReporter.block(finding));
        }
        return text.toString();
    }

    static String shortened(String shape) {
        return shape.length() <= SHOWN_SHAPE ? shape : shape.substring(0, SHOWN_SHAPE) + " …";
    }
}
