package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static dev.plimsoll.detect.Units.owned;
import static dev.plimsoll.detect.Units.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitWithoutOrderTest {
    private final LimitWithoutOrder detector = new LimitWithoutOrder();

    private static Run tasks(long limit, long rows) {
        return Run.of("select * from task where state = ? limit ?")
                .bound(1, limit)
                .returning(rows);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aCutWithoutOrderIsFound(Profile profile) {
        Finding finding = only(owned(tasks(10, 10)), profile);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.advice()).contains("`task`", "ORDER BY");
        assertThat(evidence(finding)).contains("limit: 10 rows, all of them returned", "order: none");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void limitsOfUniquenessChecksAreFine(Profile profile) {
        assertThat(owned(tasks(1, 1)).judgedBy(detector, profile)).isEmpty();
        assertThat(owned(tasks(2, 2)).judgedBy(detector, profile)).isEmpty();
        assertThat(owned(tasks(3, 3)).judgedBy(detector, profile)).hasSize(1);
    }

    @Test
    void whatWasNotCutIsFine() {
        assertThat(owned(tasks(10, 9)).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void anOrderInsideIsOnlyInformation() {
        Run inner = Run.of("select * from (select * from task order by id) t limit 10")
                .bound()
                .returning(10);
        assertThat(only(owned(inner), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void aLimitInsideIsACandidate() {
        Run inner = Run.of("select * from (select * from task limit 10) t order by name")
                .bound()
                .returning(10);
        Finding finding = only(owned(inner), Profile.TEST);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.confidence()).isEqualTo(Confidence.CANDIDATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from task order by id limit 10",
                "select count(*) from task limit 10",
                "select * from task limit 10 for update skip locked",
                "select * from (select id, row_number() over (order by day) rn from task) t where rn <= 3"
            })
    void whatNeedsNoOrderIsFine(String sql) {
        assertThat(owned(Run.of(sql).bound().returning(10)).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void inAUnitWithoutOwnerItIsOnlyInformation() {
        assertThat(only(unowned(tasks(10, 10)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
