package dev.plimsoll.detect;

import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.work.ObservedRouting;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.ReadColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Units of work put together by hand: what a detector gets to see, without a database. */
final class Units {
    private final boolean owned;
    private final List<ObservedStatement> statements = new ArrayList<>();
    private final List<ReadColumn> columns = new ArrayList<>();
    private Dialect dialect = Dialect.POSTGRESQL;
    private long elapsedMillis = 1_000;
    private long transactions;
    private Optional<ObservedRouting> routing = Optional.empty();

    private Units(boolean owned) {
        this.owned = owned;
    }

    /** A unit that executed these in this order. */
    static Units owned(Run... runs) {
        return new Units(true).with(runs);
    }

    static Units unowned(Run... runs) {
        return new Units(false).with(runs);
    }

    private Units with(Run... runs) {
        for (Run run : runs) {
            int order = statements.size();
            statements.add(run.observed(order));
            columns.addAll(run.readColumns(order));
        }
        return this;
    }

    Units on(Dialect product) {
        dialect = product;
        return this;
    }

    Units lastingMillis(long millis) {
        elapsedMillis = millis;
        return this;
    }

    Units transactions(long count) {
        transactions = count;
        return this;
    }

    Units routed(long units, long onReplicas, long undeclaredReads, int replicas) {
        routing = Optional.of(new ObservedRouting(units, onReplicas, undeclaredReads, replicas));
        return this;
    }

    ObservedUnit observed() {
        return new ObservedUnit(
                "GET /orders",
                owned,
                true,
                dialect.name(),
                TimeUnit.MILLISECONDS.toNanos(elapsedMillis),
                transactions,
                statements,
                columns,
                0,
                routing,
                0);
    }

    List<Finding> judgedBy(Detector detector, Thresholds thresholds) {
        List<Finding> findings = new ArrayList<>();
        detector.inspect(observed(), thresholds, findings::add);
        return findings;
    }

    List<Finding> judgedBy(Detector detector, Profile profile) {
        return judgedBy(detector, Thresholds.of(profile));
    }

    /** All evidence as lines of {@code name: value}. */
    static String evidence(Finding finding) {
        StringBuilder lines = new StringBuilder();
        for (Evidence evidence : finding.evidence()) {
            lines.append(evidence.name()).append(": ").append(evidence.value()).append('\n');
        }
        return lines.toString();
    }
}
