package dev.plimsoll.junit;

import dev.plimsoll.FindingWitness;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.ObservedUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a unit of work executes, and what is found in it, while it runs. Safe for use by many threads. */
final class Witnessed implements FindingWitness {
    private final List<ObservedUnit> units = new ArrayList<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    @Override
    public synchronized void unitObserved(ObservedUnit unit) {
        units.add(unit);
    }

    /** A finding that was made several times is kept as it was most severe, or else as it was last. */
    @Override
    public synchronized void found(Finding finding) {
        findings.merge(
                finding.id(),
                finding,
                (known, again) -> known.severity().compareTo(again.severity()) > 0 ? known : again);
    }

    synchronized StatementRecording recording() {
        List<RecordedStatement> statements = new ArrayList<>();
        long dropped = 0;
        for (ObservedUnit unit : units) {
            unit.statements().stream()
                    .map(RecordedStatement::of)
                    .filter(statement -> statement.executions() > 0)
                    .forEach(statements::add);
            dropped += unit.dropped();
        }
        return new StatementRecording(statements, List.copyOf(findings.values()), dropped);
    }
}
