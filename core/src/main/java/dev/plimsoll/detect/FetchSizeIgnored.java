package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedUnit;
import java.util.function.Consumer;

/** Finds results that were to be streamed but that PostgreSQL's driver has fetched whole. */
final class FetchSizeIgnored implements Detector {
    static final String KIND = "fetch-size-ignored";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        for (ObservedStatement statement : Statements.reads(unit)) {
            if (in(unit, statement, thresholds)) {
                findings.accept(finding(unit, statement, thresholds));
            }
        }
    }

    static boolean in(ObservedUnit unit, ObservedStatement statement, Thresholds thresholds) {
        int fetchSize = statement.limits().fetchSize();
        return unit.dialectName().equals(Dialect.POSTGRESQL.name())
                && fetchSize > 0
                && !statement.limits().streamed()
                && statement.maxRows() > fetchSize
                && thresholds.reached(Threshold.FETCH_SIZE_IGNORED_ROWS, statement.maxRows());
    }

    private static Finding finding(ObservedUnit unit, ObservedStatement statement, Thresholds thresholds) {
        FindingDraft draft = FindingDraft.of(KIND, unit, statement)
                .evidence("rows", Amount.count(statement.maxRows()) + " fetched at once")
                .evidence("fetch size", Amount.count(statement.limits().fetchSize()));
        Grade.of(
                        statement.maxRows(),
                        thresholds,
                        Threshold.FETCH_SIZE_IGNORED_ROWS,
                        Threshold.FETCH_SIZE_IGNORED_ERROR_ROWS)
                .ifPresent(severity -> draft.severity(Grade.in(unit, severity)));
        if (statement.transactions().autocommitted() > 0) {
            draft.evidence("autocommit", "on");
        }
        return draft.advice(advice(statement)).build();
    }

    private static String advice(ObservedStatement statement) {
        String needs =
                "PostgreSQL's driver streams only inside a transaction, with a forward-only result that is closed"
                        + " at commit, and one statement in the text";
        String missing;
        if (statement.transactions().autocommitted() > 0) {
            missing =
                    "autocommit was on: call setAutoCommit(false), or read inside a transaction (Spring: @Transactional)";
        } else if (statement.facts().statements() > 1) {
            missing = "the text holds " + statement.facts().statements() + " statements: execute them one by one";
        } else {
            missing = "the result was scrollable or holdable: create the statement without these options";
        }
        return "The fetch size for " + Wording.tableQuoted(statement.facts()) + " had no effect: all rows were held in"
                + " memory. " + needs + "; here " + missing + ".";
    }
}
