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

class ReadOnPrimaryTest {
    private final ReadOnPrimary detector = new ReadOnPrimary();

    private static Run report(long millis) {
        return Run.of("select region, sum(cents) from sale group by region")
                .bound()
                .returning(40)
                .takingMillis(millis)
                .at("shop.Report", "regions", 9);
    }

    private static Units withReplicas(Run... runs) {
        return owned(runs).routed(40, 30, 5, 2);
    }

    @ParameterizedTest
    @CsvSource({"TEST, 100", "DEV, 200", "PROD, 500"})
    void slowReadsThatNobodyDeclaredAreFound(Profile profile, long limit) {
        assertThat(withReplicas(report(limit - 1).undeclared()).judgedBy(detector, profile))
                .isEmpty();
        assertThat(only(withReplicas(report(limit).undeclared()), profile).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(only(withReplicas(report(10 * limit - 1).undeclared()), profile)
                        .severity())
                .isEqualTo(Severity.WARNING);
        assertThat(only(withReplicas(report(10 * limit).undeclared()), profile).severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void theFindingSaysWhereHowOftenAndForHowLong() {
        Run three = Run.of("select region, sum(cents) from sale group by region")
                .times(3)
                .returning(40)
                .takingMillis(250)
                .at("shop.Report", "regions", 9)
                .undeclared();
        Finding finding = only(withReplicas(three), Profile.DEV);
        assertThat(finding.callSite()).isEqualTo("shop.Report.regions(Report.java:9)");
        assertThat(finding.count()).isEqualTo(3);
        assertThat(finding.timeLostMicros()).isEqualTo(750_000);
        assertThat(evidence(finding))
                .contains("on primary: 3 transactions that only read, not declared read-only")
                .contains("time: 750.0 ms in all, at most 250.0 ms at once")
                .contains("rows: 120 read")
                .contains("replicas: 2 up");
        assertThat(finding.advice()).contains("`sale`", "@Transactional(readOnly = true)", "setReadOnly(true)");
    }

    @Test
    void inAutocommitTheOptionIsNamed() {
        Finding finding = only(withReplicas(report(250).undeclaredInAutocommit()), Profile.DEV);
        assertThat(finding.advice()).contains("plimsoll.autocommit-reads=true");
        assertThat(evidence(finding)).contains("on primary: 1 read in autocommit, which are not routed");
    }

    @Test
    void whatIsSlowButHadItsReasonIsFine() {
        assertThat(withReplicas(report(9_000)).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void withAllReplicasDownThePrimaryIsTheRightPlace() {
        assertThat(owned(report(9_000).undeclared()).routed(40, 0, 40, 0).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void withoutReplicasThereIsNothingToSay() {
        assertThat(owned(report(9_000).undeclared()).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void manyQuickReadsAreNoReport() {
        Run quick = Run.of("select * from sale where id = ?").boundEach(1, 500).undeclared();
        assertThat(withReplicas(quick).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void oneReadIsEnoughWhoeverBeganTheUnit() {
        assertThat(only(unowned(report(250).undeclared()).routed(40, 30, 5, 2), Profile.DEV)
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
