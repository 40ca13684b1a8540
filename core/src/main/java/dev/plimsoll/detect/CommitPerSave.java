package dev.plimsoll.detect;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedStatement.Transactions;
import dev.plimsoll.work.ObservedUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Finds writes that are committed one by one, although they belong to one unit of work. */
final class CommitPerSave implements Detector {
    static final String KIND = "commit-per-save";

    /** Statements of the same transactions, recognised by the commits that they share to the nanosecond. */
    private record Commits(long count, long nanos) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
        Set<Commits> seen = new HashSet<>();
        for (ObservedStatement statement : Statements.writes(unit)) {
            if (isTold(statement, seen) || Statements.repeatsOneChange(statement)) {
                continue;
            }
            Grade.of(
                            commits(statement),
                            thresholds,
                            Threshold.COMMIT_PER_SAVE_COMMITS,
                            Threshold.COMMIT_PER_SAVE_ERROR_COMMITS)
                    .map(severity -> draft(unit, statement)
                            .severity(Grade.in(unit, severity))
                            .build())
                    .ifPresent(findings);
        }
    }

    private static boolean isTold(ObservedStatement statement, Set<Commits> seen) {
        Transactions transactions = statement.transactions();
        return transactions.autocommitted() == 0
                && transactions.commitNanos() > 0
                && !seen.add(new Commits(transactions.committed(), transactions.commitNanos()));
    }

    /** A batch that is committed on its own is no single save. */
    private static long commits(ObservedStatement statement) {
        Transactions transactions = statement.transactions();
        return transactions.committed() + transactions.autocommitted() - statement.batches();
    }

    private static FindingDraft draft(ObservedUnit unit, ObservedStatement statement) {
        Transactions transactions = statement.transactions();
        boolean autocommit = transactions.autocommitted() > 0;
        FindingDraft draft = FindingDraft.of(KIND, unit, statement)
                .count(commits(statement))
                .timeLostNanos(timeLost(statement))
                .evidence(
                        "commits",
                        Amount.count(commits(statement))
                                + (autocommit ? ", by autocommit" : ", each of a small transaction"));
        if (transactions.committed() > 0) {
            draft.evidence("commit time", Amount.time(transactions.commitNanos()) + " in all");
        }
        return draft.evidence("time", Wording.time(statement)).advice(advice(statement, autocommit));
    }

    private static long timeLost(ObservedStatement statement) {
        Transactions transactions = statement.transactions();
        long committed = transactions.committed();
        long commits = committed == 0 ? 0 : transactions.commitNanos() / committed * (committed - 1);
        long autocommits = Math.max(0, transactions.autocommitted() - 1) * statement.minElapsedNanos();
        return commits + autocommits;
    }

    private static String advice(ObservedStatement statement, boolean autocommit) {
        return "Each write to " + Wording.tableQuoted(statement.facts()) + " was committed on its own, and each commit"
                + " waits for the disk. "
                + (autocommit
                        ? "Switch autocommit off around the loop and commit once"
                        : "Open one transaction around the loop")
                + " (Spring: @Transactional on the method that loops), in chunks of some hundred rows if there are very"
                + " many.";
    }
}
