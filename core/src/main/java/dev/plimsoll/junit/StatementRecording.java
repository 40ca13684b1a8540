package dev.plimsoll.junit;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.UnitOfWork;
import java.util.List;

/**
 * What a piece of a test has executed through all data sources that Plimsoll watches, and what was found in it. Statements of other
 * threads belong to it if the unit was taken there with {@link UnitOfWork#wrap(Runnable)}. Immutable.
 *
 * <pre>{@code
 * StatementRecording recording = StatementRecording.record(() -> page.show(customer));
 * }</pre>
 */
public final class StatementRecording {
    private final List<RecordedStatement> statements;
    private final List<Finding> findings;
    private final long dropped;

    StatementRecording(List<RecordedStatement> statements, List<Finding> findings, long dropped) {
        this.statements = List.copyOf(statements);
        this.findings = List.copyOf(findings);
        this.dropped = dropped;
    }

    /** Runs {@code block} as a unit of work of its own. What it throws is thrown. */
    public static <E extends Exception> StatementRecording record(Block<E> block) throws E {
        Witnessed witnessed = new Witnessed();
        UnitOfWork unit = UnitOfWork.begin("recording", witnessed);
        try {
            block.run();
        } finally {
            unit.close();
        }
        return witnessed.recording();
    }

    /** The statements, one element for each shape and call site, those of one data source in order of first execution. */
    public List<RecordedStatement> statements() {
        return statements;
    }

    /** How many statements were executed. */
    public long count() {
        return count(StatementKind.ANY);
    }

    /** How many statements of a kind were executed. */
    public long count(StatementKind kind) {
        long kept = statements.stream()
                .filter(statement -> kind.covers(statement.kind()))
                .mapToLong(RecordedStatement::executions)
                .sum();
        return kind == StatementKind.ANY ? kept + dropped : kept;
    }

    /** What was found, each finding once. */
    public List<Finding> findings() {
        return findings;
    }

    /** Executions that were counted but not kept apart, because there were too many different statements. */
    long dropped() {
        return dropped;
    }

    /** The statements with their counts and places, as people read them. */
    @Override
    public String toString() {
        return RecordingText.of(this);
    }
}
