package dev.plimsoll.detect;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.ReadColumn;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds slow queries that wait for each other though none needs another's result. */
final class IndependentQueries implements Detector {
    static final String KIND = "independent-queries";

    private static final int PERCENT = 100;
    /** Of the values of a text so many are sampled; more could come from anywhere. */
    private static final int SAMPLED = 8;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        if (!unit.owned()) {
            return;
        }
        Set<String> written = Statements.writtenTables(unit);
        List<ObservedStatement> independent = Statements.reads(unit).stream()
                .filter(statement -> isSlowOnce(statement, thresholds))
                .filter(statement -> statement.facts().tables().stream().noneMatch(written::contains))
                .filter(statement -> !dependsOnResult(unit, statement))
                .toList();
        if (thresholds.reached(Threshold.INDEPENDENT_QUERIES_QUERIES, independent.size())
                && isWorthIt(unit, independent, thresholds)) {
            findings.accept(finding(unit, independent));
        }
    }

    private static boolean isSlowOnce(ObservedStatement statement, Thresholds thresholds) {
        return statement.executions() == 1
                && thresholds.reachedByNanos(Threshold.INDEPENDENT_QUERIES_ELAPSED, statement.elapsedNanos());
    }

    private static boolean dependsOnResult(ObservedUnit unit, ObservedStatement statement) {
        if (statement.facts().valueCount() > SAMPLED) {
            return true;
        }
        Set<Long> values = new TreeSet<>();
        for (long[] samples : statement.values().sampled()) {
            for (long hash : samples) {
                values.add(hash);
            }
        }
        return unit.columns().stream()
                .anyMatch(column -> column.order() < statement.order() && holdsAny(column, values));
    }

    private static boolean holdsAny(ReadColumn column, Set<Long> values) {
        for (long value : column.values()) {
            if (values.contains(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWorthIt(ObservedUnit unit, List<ObservedStatement> independent, Thresholds thresholds) {
        long saving = saving(independent);
        long share = unit.elapsedNanos() <= 0 ? PERCENT : PERCENT * saving / unit.elapsedNanos();
        return thresholds.reachedByNanos(Threshold.INDEPENDENT_QUERIES_SAVING, saving)
                && thresholds.reached(Threshold.INDEPENDENT_QUERIES_SHARE, share);
    }

    /** If they ran at the same time, only the slowest would be waited for. */
    private static long saving(List<ObservedStatement> independent) {
        long all =
                independent.stream().mapToLong(ObservedStatement::elapsedNanos).sum();
        return all - slowest(independent).elapsedNanos();
    }

    private static ObservedStatement slowest(List<ObservedStatement> independent) {
        return independent.stream()
                .max(Comparator.comparingLong(ObservedStatement::elapsedNanos))
                .orElseThrow();
    }

    private static Finding finding(ObservedUnit unit, List<ObservedStatement> independent) {
        long fingerprints = 0;
        for (ObservedStatement statement : independent) {
            fingerprints += statement.facts().fingerprint(); // in whatever order they ran
        }
        FindingDraft draft = FindingDraft.of(KIND, unit, slowest(independent), fingerprints)
                .severity(Severity.INFO)
                .confidence(Confidence.LIKELY)
                .timeLostNanos(saving(independent))
                .evidence(
                        "saving",
                        "up to " + Amount.time(saving(independent)) + " of " + Amount.time(unit.elapsedNanos()));
        for (ObservedStatement statement : independent) {
            draft.evidence("query", statement.facts().shape() + " took " + Amount.time(statement.elapsedNanos()));
        }
        return draft.advice(advice(independent)).build();
    }

    private static String advice(List<ObservedStatement> independent) {
        String tables = independent.stream()
                .map(statement -> Wording.tableQuoted(statement.facts()))
                .distinct()
                .collect(Collectors.joining(", "));
        return "No query on " + tables + " binds a value that another has read. Combine them into one statement, or run"
                + " them at the same time on connections of their own, unless they have to see one snapshot.";
    }
}
