package dev.plimsoll.detect;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds queries that are executed once for each row of a result that was read before. */
final class NPlusOne implements Detector {
    static final String KIND = "n-plus-one";

    /** Elements of an IN list from which on someone has meant to load in batches. */
    private static final long SMALL_BATCH = 2;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        ParentSearch parents = new ParentSearch(unit, thresholds);
        Set<ObservedStatement> redundant = new HashSet<>();
        for (Repetition repetition : Repetition.of(unit)) {
            if (repetition.isRedundant(thresholds)) {
                redundant.addAll(repetition.statements());
            }
        }
        for (ObservedStatement statement : Statements.reads(unit)) {
            boolean pages = Iteration.through(statement) && !parents.feed(statement);
            if (mayBe(statement, thresholds) && !redundant.contains(statement) && !pages) {
                inspect(unit, statement, parents, thresholds).ifPresent(findings);
            }
        }
        SchemaFanOut.in(unit, thresholds).forEach(findings);
    }

    private static boolean mayBe(ObservedStatement statement, Thresholds thresholds) {
        return thresholds.reached(Threshold.N_PLUS_ONE_CONFIRMED, Statements.attempted(statement))
                && thresholds.reached(
                        Threshold.N_PLUS_ONE_CONFIRMED, statement.values().distinct());
    }

    private static Optional<Finding> inspect(
            ObservedUnit unit, ObservedStatement statement, ParentSearch parents, Thresholds thresholds) {
        InListLoading list = InListLoading.of(statement);
        if (list.averages(thresholds.get(Threshold.N_PLUS_ONE_BATCH_SIZE))) {
            return thresholds.reached(Threshold.N_PLUS_ONE_CHUNKS, Statements.attempted(statement))
                    ? Optional.of(chunks(unit, statement, list))
                    : Optional.empty();
        }
        Optional<Correlation> correlation = parents.correlation(statement);
        boolean counts = thresholds.reached(Threshold.N_PLUS_ONE_EXECUTIONS, Statements.attempted(statement))
                && thresholds.reached(
                        Threshold.N_PLUS_ONE_DISTINCT, statement.values().distinct());
        if (!counts
                && correlation.filter(found -> found.kinship() == Kinship.NAMED).isEmpty()) {
            return Optional.empty(); // small numbers match by chance when neither the count nor the names speak for it
        }
        Severity severity = severity(unit, statement, correlation.isPresent(), thresholds);
        return Optional.of(finding(unit, statement, correlation, parents, severity));
    }

    private static Severity severity(
            ObservedUnit unit, ObservedStatement statement, boolean confirmed, Thresholds thresholds) {
        long executions = Statements.attempted(statement);
        boolean many = thresholds.reached(Threshold.N_PLUS_ONE_ERROR_EXECUTIONS, executions);
        if (!many && !thresholds.reachedByNanos(Threshold.N_PLUS_ONE_ELAPSED, statement.elapsedNanos())) {
            return Severity.INFO;
        }
        if (!unit.owned()) {
            return confirmed ? Severity.WARNING : Severity.INFO;
        }
        boolean error = (many || confirmed && thresholds.reached(Threshold.N_PLUS_ONE_ERROR_CONFIRMED, executions))
                && thresholds.reached(
                        Threshold.N_PLUS_ONE_ERROR_DISTINCT, statement.values().distinct())
                && !InListLoading.of(statement).averages(SMALL_BATCH);
        return error ? Severity.ERROR : Severity.WARNING;
    }

    private static Finding finding(
            ObservedUnit unit,
            ObservedStatement statement,
            Optional<Correlation> correlation,
            ParentSearch parents,
            Severity severity) {
        FindingDraft draft = draft(unit, statement).severity(severity);
        Optional<ObservedStatement> neighbour =
                correlation.isPresent() ? Optional.empty() : parents.neighbour(statement);
        draft.confidence(
                correlation.isPresent()
                        ? Confidence.CONFIRMED
                        : neighbour.isPresent() ? Confidence.LIKELY : Confidence.CANDIDATE);
        FetchEvidence.add(draft, unit, statement, correlation, neighbour);
        String advice = InListLoading.of(statement).averages(SMALL_BATCH)
                ? FetchAdvice.largerBatches(statement)
                : new FetchAdvice(unit, statement, correlation).text();
        return draft.advice(advice).build();
    }

    private static Finding chunks(ObservedUnit unit, ObservedStatement statement, InListLoading list) {
        return draft(unit, statement)
                .severity(Severity.INFO)
                .evidence("chunks", list.chunks())
                .evidence("time", Wording.time(statement))
                .advice(FetchAdvice.largerBatches(statement))
                .build();
    }

    private static FindingDraft draft(ObservedUnit unit, ObservedStatement statement) {
        return FindingDraft.of(KIND, unit, statement)
                .timeLostNanos((statement.executions() - 1) * statement.minElapsedNanos());
    }
}
