package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static dev.plimsoll.detect.Units.owned;
import static dev.plimsoll.detect.Units.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitPerSaveTest {
    private final CommitPerSave detector = new CommitPerSave();

    private static Run inserts(int executions) {
        return Run.of("insert into item (id) values (?)")
                .boundEach(1, executions)
                .at("shop.Import", "save", 9);
    }

    private static Run saves(int commits) {
        return inserts(commits).committed(commits, 2_000_000L * commits);
    }

    @ParameterizedTest
    @CsvSource({"TEST, 5", "DEV, 10", "PROD, 10"})
    void smallTransactionsAreFound(Profile profile, int limit) {
        assertThat(owned(saves(limit - 1)).judgedBy(detector, profile)).isEmpty();
        assertThat(only(owned(saves(limit)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(saves(49)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(saves(50)), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"TEST, 5", "DEV, 10", "PROD, 10"})
    void autocommittedWritesAreFound(Profile profile, int limit) {
        assertThat(owned(inserts(limit - 1).autocommitted()).judgedBy(detector, profile))
                .isEmpty();
        Finding finding = only(owned(inserts(limit).autocommitted()), profile);
        assertThat(finding.advice()).contains("`item`", "Switch autocommit off");
        assertThat(evidence(finding)).contains("commits: " + limit + ", by autocommit");
    }

    @Test
    void theTimeOfAllCommitsButOneIsLost() {
        Finding finding = only(owned(saves(50)), Profile.TEST);
        assertThat(finding.timeLostMicros()).isEqualTo(98_000);
        assertThat(evidence(finding)).contains("commit time: 100.0 ms in all", "each of a small transaction");
        assertThat(finding.advice()).contains("`item`", "Open one transaction around the loop");
    }

    @Test
    void oneTransactionIsFine() {
        assertThat(owned(inserts(500).committed(1, 9)).judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(inserts(500)).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void batchesThatAreCommittedAreFine() {
        assertThat(owned(saves(20).batches(20)).judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(inserts(20).batches(20).autocommitted()).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void statementsOfTheSameTransactionsAreOneFinding() {
        Run audit = Run.of("insert into audit (id) values (?)").boundEach(1, 20).committed(20, 40_000_000);
        assertThat(owned(saves(20), audit).judgedBy(detector, Profile.TEST)).hasSize(1);
        Run other = Run.of("insert into audit (id) values (?)").boundEach(1, 20).committed(20, 41_000_000);
        assertThat(owned(saves(20), other).judgedBy(detector, Profile.TEST)).hasSize(2);
    }

    @Test
    void readsAreNotCommitted() {
        Run reads = Run.of("select * from item where id = ?").boundEach(1, 90).autocommitted();
        assertThat(owned(reads).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void inAUnitWithoutOwnerItIsOnlyInformation() {
        assertThat(only(unowned(inserts(90).autocommitted()), Profile.TEST).severity())
                .isEqualTo(Severity.INFO);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
