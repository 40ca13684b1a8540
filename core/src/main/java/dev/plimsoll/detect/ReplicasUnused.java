package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedRouting;
import dev.plimsoll.work.ObservedUnit;
import java.util.function.Consumer;

/** Finds data sources whose replicas never get a read, because the application does not say which of its transactions read. */
final class ReplicasUnused implements Detector {
    static final String KIND = "replicas-unused";

    private static final String WHERE = "all units of the data source";
    private static final int PERCENT = 100;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        unit.routing()
                .filter(seen -> isUnused(seen, thresholds))
                .ifPresent(seen -> findings.accept(finding(seen, thresholds)));
    }

    private static boolean isUnused(ObservedRouting seen, Thresholds thresholds) {
        return seen.replicas() > 0
                && percent(seen.onReplicas(), seen.units())
                        == 0 // pools and frameworks ask some questions at their start
                && thresholds.reached(Threshold.REPLICAS_UNUSED_UNITS, seen.units())
                && thresholds.reached(
                        Threshold.REPLICAS_UNUSED_UNDECLARED, percent(seen.undeclaredReads(), seen.units()));
    }

    private static long percent(long part, long units) {
        return Math.min(part, units) * PERCENT / Math.max(1, units);
    }

    private static Finding finding(ObservedRouting seen, Thresholds thresholds) {
        boolean many = thresholds.reached(Threshold.REPLICAS_UNUSED_WARNING_UNITS, seen.units());
        return FindingDraft.of(KIND, WHERE)
                .severity(many ? Severity.WARNING : Severity.INFO)
                .evidence(
                        "routed",
                        Amount.count(seen.onReplicas()) + " of " + Amount.count(seen.units(), "unit")
                                + " went to replicas (0 %)")
                .evidence(
                        "not declared",
                        Amount.count(seen.undeclaredReads(), "unit") + " ("
                                + percent(seen.undeclaredReads(), seen.units())
                                + " %) only read, but nobody had said so")
                .evidence("replicas", Amount.count(seen.replicas()) + " up")
                .advice("The replicas are idle, for nothing says which transactions only read. Declare them before they"
                        + " begin: `@Transactional(readOnly = true)` (Spring) or `connection.setReadOnly(true)`. Reads in"
                        + " autocommit are recognised unless `plimsoll.autocommit-reads` is off. JTA never calls"
                        + " setReadOnly: there, call it before the first statement, or read outside of transactions, in"
                        + " autocommit.")
                .build();
    }
}
