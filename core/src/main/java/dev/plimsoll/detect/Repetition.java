package dev.plimsoll.detect;

import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One query in one schema, wherever in the code it was executed: whether its executions asked the same again.
 *
 * @param statements its call sites, at least one
 * @param executions without repeated attempts
 * @param distinct different values among them
 */
record Repetition(List<ObservedStatement> statements, long executions, long distinct) {
    /** Executions for each value from which on a handful of values is worth remembering. */
    private static final long OFTEN = 5;

    private record Query(long fingerprint, String schema) {}

    static List<Repetition> of(ObservedUnit unit) {
        Map<Query, List<ObservedStatement>> queries = new LinkedHashMap<>();
        for (ObservedStatement statement : Statements.reads(unit)) {
            Query query = new Query(statement.facts().fingerprint(), statement.schema());
            queries.computeIfAbsent(query, unused -> new ArrayList<>(1)).add(statement);
        }
        return queries.values().stream().map(Repetition::of).toList();
    }

    private static Repetition of(List<ObservedStatement> statements) {
        long executions = statements.stream().mapToLong(Statements::attempted).sum();
        return new Repetition(statements, executions, distinct(statements));
    }

    private static long distinct(List<ObservedStatement> statements) {
        if (statements.size() == 1) {
            return statements.get(0).values().distinct();
        }
        Set<Long> vectors = new HashSet<>();
        for (ObservedStatement statement : statements) {
            for (long vector : statement.values().vectors()) {
                vectors.add(vector);
            }
        }
        return vectors.size();
    }

    /** Executions with values that had been asked for before. */
    long superfluous() {
        return Math.max(0, executions - distinct);
    }

    boolean isRedundant(Thresholds thresholds) {
        return distinct == 1 && thresholds.reached(Threshold.REDUNDANT_QUERY_EXECUTIONS, executions)
                || thresholds.reached(Threshold.REDUNDANT_QUERY_FEW_VALUES, executions) && isOfFewValues(thresholds);
    }

    /** So few different values that remembering the answers is the fix, rather than asking for all at once. */
    private boolean isOfFewValues(Thresholds thresholds) {
        if (thresholds.reached(Threshold.N_PLUS_ONE_DISTINCT, distinct)) {
            return executions >= OFTEN * distinct && !thresholds.reached(Threshold.N_PLUS_ONE_ERROR_DISTINCT, distinct);
        }
        return executions >= 2 * distinct;
    }

    /** Whether no place in the code asked more than once (the first execution's place is not known before the second). */
    boolean isScattered() {
        return statements.size() > 2 && executions <= statements.size() + 1;
    }
}
