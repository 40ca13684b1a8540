package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recognises one query asked once in each of many schemas, which no single query could replace: worth a note, not a warning. */
final class SchemaFanOut {
    private SchemaFanOut() {}

    static List<Finding> in(ObservedUnit unit, Thresholds thresholds) {
        Map<Long, List<ObservedStatement>> queries = new LinkedHashMap<>();
        for (ObservedStatement statement : Statements.reads(unit)) {
            if (!statement.schema().isEmpty() && statement.executions() == 1) {
                queries.computeIfAbsent(statement.facts().fingerprint(), unused -> new ArrayList<>())
                        .add(statement);
            }
        }
        return queries.values().stream()
                .filter(visits -> thresholds.reached(Threshold.N_PLUS_ONE_SCHEMAS, visits.size()))
                .map(visits -> finding(unit, visits))
                .toList();
    }

    private static Finding finding(ObservedUnit unit, List<ObservedStatement> visits) {
        long elapsed =
                visits.stream().mapToLong(ObservedStatement::elapsedNanos).sum();
        ObservedStatement first = visits.get(0);
        return FindingDraft.of(NPlusOne.KIND, unit, first)
                .severity(Severity.INFO)
                .count(visits.size())
                .evidence("fan-out over schemas", Amount.count(visits.size()) + " schemas, one execution in each")
                .evidence("time", Amount.time(elapsed) + " in all")
                .advice("One query on " + Wording.tableQuoted(first.facts())
                        + " visits one schema after the other. If its time grows with the number of schemas, ask several"
                        + " of them in one statement (union all) or on connections of their own at the same time.")
                .build();
    }
}
