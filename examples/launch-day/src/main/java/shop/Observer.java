package shop;

import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Thresholds;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Keeps what Plimsoll tells, by unit of work: an example of a reporter and a detector of one's own. As a reporter it is given the
 * findings; as a detector that never finds anything it sees every unit, and so can add up what each has cost.
 */
final class Observer implements Detector, Reporter {
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private final Map<String, Load> loads = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return "load";
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> found) {
        if (unit.finished()) {
            loads.put(unit.name(), load(unit));
        }
    }

    private static Load load(ObservedUnit unit) {
        long executions = 0;
        long rows = 0;
        long autocommitted = 0;
        for (ObservedStatement statement : unit.statements()) {
            executions += statement.executions();
            rows += statement.rows();
            autocommitted += statement.transactions().autocommitted();
        }
        return new Load(executions, rows, unit.transactions() + autocommitted);
    }

    @Override
    public void report(Finding finding) {
        findings.add(finding);
    }

    /** Told once everywhere is enough for a reader; here it counts for every unit in which it was found. */
    @Override
    public void repeated(Finding finding, long times) {
        if (findings(finding.unit()).stream().noneMatch(known -> known.id().equals(finding.id()))) {
            findings.add(finding);
        }
    }

    Load load(String unit) {
        return loads.getOrDefault(unit, Load.NONE);
    }

    List<Finding> findings(String unit) {
        return findings.stream().filter(finding -> finding.unit().equals(unit)).toList();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
