package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.sql.AccessClass;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds queries that a unit of work executes again with the same values. */
final class RedundantQuery implements Detector {
    static final String KIND = "redundant-query";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        List<Repetition> redundant = Repetition.of(unit).stream()
                .filter(repetition -> repetition.isRedundant(thresholds) && couldBeRemembered(repetition))
                .toList();
        if (redundant.isEmpty()) {
            return;
        }
        Set<String> written = Statements.writtenTables(unit);
        for (Repetition repetition : redundant) {
            boolean mayHaveChanged =
                    repetition.statements().get(0).facts().tables().stream().anyMatch(written::contains);
            if (!mayHaveChanged) {
                findings.accept(finding(unit, repetition, severity(unit, repetition, thresholds)));
            } else if (repetition.statements().get(0).facts().limit() == null) {
                findings.accept(finding(unit, repetition, Severity.INFO));
            } // else it takes the next rows from a queue
        }
    }

    /** A lock has to be taken and a function called again; only rows can be remembered. */
    private static boolean couldBeRemembered(Repetition repetition) {
        ObservedStatement any = repetition.statements().get(0);
        return any.facts().access() != AccessClass.LOCKING_READ
                && !any.facts().tables().isEmpty()
                && repetition.statements().stream().noneMatch(Iteration::through);
    }

    private static Severity severity(ObservedUnit unit, Repetition repetition, Thresholds thresholds) {
        long same = repetition.superfluous() + 1;
        if (repetition.isScattered() || !thresholds.reached(Threshold.REDUNDANT_QUERY_WARNING_EXECUTIONS, same)) {
            return Severity.INFO;
        }
        boolean error = thresholds.reached(Threshold.REDUNDANT_QUERY_ERROR_EXECUTIONS, same);
        return Grade.in(unit, error ? Severity.ERROR : Severity.WARNING);
    }

    private static Finding finding(ObservedUnit unit, Repetition repetition, Severity severity) {
        List<ObservedStatement> statements = repetition.statements();
        ObservedStatement most = statements.stream()
                .max(Comparator.comparingLong(ObservedStatement::executions))
                .orElseThrow();
        long quickest = statements.stream()
                .mapToLong(ObservedStatement::minElapsedNanos)
                .min()
                .orElse(0);
        FindingDraft draft = FindingDraft.of(KIND, unit, most)
                .severity(severity)
                .count(repetition.executions())
                .timeLostNanos(repetition.superfluous() * quickest)
                .evidence(
                        "executions",
                        Amount.count(repetition.executions()) + ", with only "
                                + Amount.count(repetition.distinct(), "different value"))
                .evidence("time", time(statements));
        if (statements.size() > 1) {
            draft.evidence("call sites", Amount.count(statements.size()));
        }
        return draft.advice(advice(most, repetition)).build();
    }

    private static String time(List<ObservedStatement> statements) {
        return Amount.time(statements.stream()
                        .mapToLong(ObservedStatement::elapsedNanos)
                        .sum())
                + " in all";
    }

    private static String advice(ObservedStatement statement, Repetition repetition) {
        String again = Amount.count(repetition.superfluous()) + (repetition.superfluous() == 1 ? " time" : " times");
        String table = Wording.tableQuoted(statement.facts());
        return "The same rows of " + table + " were asked for again " + again + ". Ask once and pass the result on, or"
                + " remember it for the length of the unit of work; for data that seldom changes, a cache (JPA:"
                + " second-level or query cache, Spring: @Cacheable)"
                + (repetition.distinct() > 1 ? ", or join " + table + " to the query that needs it." : ".");
    }
}
