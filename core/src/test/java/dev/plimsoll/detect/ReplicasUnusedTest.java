package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static dev.plimsoll.detect.Units.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplicasUnusedTest {
    private final ReplicasUnused detector = new ReplicasUnused();

    private static Units read() {
        return owned(Run.of("select * from sale where id = ?").bound(7).undeclared());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void replicasThatNobodyUsesAreFound(Profile profile) {
        Finding finding = only(read().routed(1_234, 0, 1_100, 2), profile);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(evidence(finding))
                .contains("routed: 0 of 1,234 units went to replicas (0 %)")
                .contains("not declared: 1,100 units (89 %) only read, but nobody had said so")
                .contains("replicas: 2 up");
        assertThat(finding.advice())
                .contains("@Transactional(readOnly = true)", "setReadOnly(true)", "plimsoll.autocommit-reads", "JTA");
    }

    @Test
    void itIsAWarningOnceItHasGoneOnForLong() {
        assertThat(only(read().routed(9_999, 0, 9_000, 2), Profile.DEV).severity())
                .isEqualTo(Severity.INFO);
        assertThat(only(read().routed(10_000, 0, 9_000, 2), Profile.DEV).severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void itIsOneFindingHoweverOftenAndWhereverItIsNoticed() {
        Finding first = only(read().routed(1_234, 0, 1_100, 2), Profile.DEV);
        Units other = owned(
                Run.of("select * from tax").bound().at("shop.Page", "tax", 2).undeclared());
        Finding second = only(other.routed(20_000, 0, 19_000, 1), Profile.DEV);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.callSite()).isEmpty();
        assertThat(second.shape()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "   999,   0,   999, 2, too few units yet",
        " 1_234,  13, 1_200, 2, one in a hundred went to a replica",
        " 1_234, 600,   600, 2, half of the reads are declared",
        " 1_234,   0,   616, 2, most units write",
        " 1_234,   0, 1_200, 0, all replicas are down"
    })
    void lookAlikesStaySilent(String units, String onReplicas, String undeclared, int replicas, String why) {
        assertThat(read().routed(number(units), number(onReplicas), number(undeclared), replicas)
                        .judgedBy(detector, Profile.TEST))
                .as(why)
                .isEmpty();
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace("_", ""));
    }

    @Test
    void theFewQuestionsOfAPoolDoNotCount() {
        assertThat(evidence(only(read().routed(1_234, 12, 1_200, 2), Profile.DEV)))
                .contains("routed: 12 of 1,234 units went to replicas (0 %)");
    }

    @Test
    void withoutReplicasThereIsNothingToSay() {
        assertThat(read().judgedBy(detector, Profile.TEST)).isEmpty();
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
