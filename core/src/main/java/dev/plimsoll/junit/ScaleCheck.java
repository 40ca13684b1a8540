package dev.plimsoll.junit;

import dev.plimsoll.work.UnitOfWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/**
 * Checks that a piece of code executes as many statements for much data as for little. What it finds is an N+1 of whatever cause, with
 * no threshold to choose. Immutable.
 *
 * <pre>{@code
 * ScaleCheck.of(size -> orders.create(size), () -> page.show(customer)).verify(10, 100);
 * }</pre>
 */
public final class ScaleCheck {
    private final Preparation prepare;
    private final Block<?> block;
    private final long tolerated;

    private ScaleCheck(Preparation prepare, Block<?> block, long tolerated) {
        this.prepare = prepare;
        this.block = block;
        this.tolerated = tolerated;
    }

    /**
     * A check that lets nothing grow.
     *
     * @param prepare sees to it that there is as much data as it is told; what it executes does not count
     * @param block what is checked
     */
    public static ScaleCheck of(Preparation prepare, Block<?> block) {
        return new ScaleCheck(prepare, block, 0);
    }

    /** Lets each statement be executed so many times more for the larger size, as those are that load in chunks. */
    public ScaleCheck tolerating(int statements) {
        if (statements < 0) {
            throw new IllegalArgumentException("tolerating " + statements + " statements, but it must be 0 or more");
        }
        return new ScaleCheck(prepare, block, statements);
    }

    /**
     * Runs the block for both sizes, the smaller first.
     *
     * @throws AssertionFailedError if a statement was executed more often for the larger size, or nothing was executed at all
     * @throws Exception what preparation or block throw
     */
    public void verify(int small, int large) throws Exception {
        if (small < 0 || small >= large) {
            throw new IllegalArgumentException(
                    "sizes " + small + " and " + large + ", but the second must be larger than the first");
        }
        StatementRecording few = run(small);
        StatementRecording many = run(large);
        if (few.count() + many.count() == 0) {
            throw new AssertionFailedError(RecordingText.NOTHING);
        }
        String growing = growing(few, many);
        if (!growing.isEmpty()) {
            String sizes = few.count() + " at size " + small + ", " + many.count() + " at size " + large;
            throw new AssertionFailedError(
                    "The number of statements grows with the size: " + sizes + growing, few.count(), many.count());
        }
    }

    private StatementRecording run(int size) throws Exception {
        List<Exception> failures = new ArrayList<>(1);
        UnitOfWork.silently(() -> {
            try {
                prepare.prepare(size);
            } catch (Exception e) { // thrown below
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return StatementRecording.record(block);
    }

    private String growing(StatementRecording few, StatementRecording many) {
        Map<Statement, Long> before = executions(few);
        StringBuilder text = new StringBuilder();
        executions(many).forEach((statement, count) -> {
            long known = before.getOrDefault(statement, 0L);
            if (count > known + tolerated) {
                text.append(String.format(
                        Locale.ROOT, "%n%6d → %d × %s", known, count, RecordingText.shortened(statement.shape)));
                if (!statement.callSite.isEmpty()) {
                    text.append(String.format(Locale.ROOT, "%n         at %s", statement.callSite));
                }
            }
        });
        return text.toString();
    }

    private static Map<Statement, Long> executions(StatementRecording recording) {
        Map<Statement, Long> executions = new LinkedHashMap<>();
        for (RecordedStatement statement : recording.statements()) {
            executions.merge(new Statement(statement.shape(), statement.callSite()), statement.executions(), Long::sum);
        }
        return executions;
    }

    private record Statement(String shape, String callSite) {}

    /** Makes data of a size. */
    @FunctionalInterface
    public interface Preparation {
        void prepare(int size) throws Exception;
    }
}
