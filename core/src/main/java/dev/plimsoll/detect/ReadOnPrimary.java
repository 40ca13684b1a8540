package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedRouting;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedStatement.Undeclared;
import dev.plimsoll.work.ObservedUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds slow reads that kept the primary busy although replicas were there, only because nobody had declared that they read. */
final class ReadOnPrimary implements Detector {
    static final String KIND = "read-on-primary";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        Optional<ObservedRouting> routing = unit.routing()
                .filter(seen -> seen.replicas() > 0); // with all of them down, it would have been the primary anyway
        routing.ifPresent(seen -> {
            for (ObservedStatement statement : unit.statements()) {
                long longest = statement.undeclared().longestNanos();
                if (thresholds.reachedByNanos(Threshold.READ_ON_PRIMARY_ELAPSED, longest)) {
                    boolean error = thresholds.reachedByNanos(Threshold.READ_ON_PRIMARY_ERROR_ELAPSED, longest);
                    findings.accept(draft(unit, statement, seen)
                            .severity(error ? Severity.ERROR : Severity.WARNING)
                            .build());
                }
            }
        });
    }

    private static FindingDraft draft(ObservedUnit unit, ObservedStatement statement, ObservedRouting seen) {
        Undeclared undeclared = statement.undeclared();
        return FindingDraft.of(KIND, unit, statement)
                .count(undeclared.units())
                .timeLostNanos(undeclared.nanos())
                .evidence("on primary", units(undeclared))
                .evidence("time", time(undeclared))
                .evidence("rows", Amount.count(statement.rows()) + " read")
                .evidence("replicas", Amount.count(seen.replicas()) + " up")
                .advice(advice(statement));
    }

    private static String units(Undeclared undeclared) {
        String transactions =
                Amount.count(undeclared.transactions(), "transaction") + " that only read, not declared read-only";
        String autocommitted =
                Amount.count(undeclared.autocommitted(), "read") + " in autocommit, which are not routed";
        if (undeclared.autocommitted() == 0) {
            return transactions;
        }
        return undeclared.transactions() == 0 ? autocommitted : transactions + "; " + autocommitted;
    }

    private static String time(Undeclared undeclared) {
        return Amount.time(undeclared.nanos()) + " in all, at most " + Amount.time(undeclared.longestNanos())
                + " at once";
    }

    private static String advice(ObservedStatement statement) {
        String table = Wording.tableQuoted(statement.facts());
        return statement.undeclared().transactions() == 0
                ? "A replica could have served this read of " + table + ", but statements in autocommit are not sent to"
                        + " replicas: set `plimsoll.autocommit-reads=true`, or read in a transaction that is declared"
                        + " read-only before it begins."
                : "A replica could have served this read of " + table
                        + ", for its transaction wrote nothing; but nobody"
                        + " had said so. Declare it before the transaction begins: `@Transactional(readOnly = true)`"
                        + " (Spring), or `connection.setReadOnly(true)`. Users still see their own writes.";
    }
}
