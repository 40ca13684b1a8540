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
import org.junit.jupiter.params.provider.EnumSource;

class IndependentQueriesTest {
    private final IndependentQueries detector = new IndependentQueries();

    private static Run query(String table, long millis) {
        return Run.of("select * from " + table + " where day = ?").bound(901).takingMillis(millis);
    }

    private static Units three(long millis) {
        return owned(query("ticket", millis), query("sale", millis), query("visit", millis));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void queriesThatWaitForEachOtherAreANote(Profile profile) {
        Finding finding = only(three(60), profile);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.timeLostMicros()).isEqualTo(120_000);
        assertThat(finding.advice()).contains("`ticket`, `sale`, `visit`");
        assertThat(evidence(finding)).contains("saving: up to 120.0 ms of 1.0 s", "took 60.0 ms");
    }

    @Test
    void theyHaveToBeThree() {
        assertThat(owned(query("ticket", 200), query("sale", 200)).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void eachHasToBeSlow() {
        assertThat(owned(query("ticket", 200), query("sale", 200), query("visit", 29))
                        .judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(query("ticket", 200), query("sale", 200), query("visit", 30))
                        .judgedBy(detector, Profile.TEST))
                .hasSize(1);
    }

    @Test
    void theSavingHasToBeWorthIt() {
        assertThat(three(49).judgedBy(detector, Profile.TEST)).isEmpty();
        assertThat(three(50).judgedBy(detector, Profile.TEST)).hasSize(1);
        assertThat(three(60).lastingMillis(1_200).judgedBy(detector, Profile.TEST))
                .hasSize(1);
        assertThat(three(60).lastingMillis(1_300).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void aValueReadBeforeMakesAQueryDependent() {
        Run first = query("ticket", 60).reading("day", 900, 905);
        assertThat(owned(first, query("sale", 60), query("visit", 60)).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void tablesThatTheUnitWritesAreLeftOut() {
        Run write = Run.of("update visit set seen = 1 where id = ?").bound(1);
        assertThat(owned(query("ticket", 60), query("sale", 60), write, query("visit", 60))
                        .judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void repeatedQueriesAreNotItsBusiness() {
        Run again = Run.of("select * from visit where day = ?").times(2, 901).takingMillis(60);
        assertThat(owned(query("ticket", 60), query("sale", 60), again).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void aUnitWithoutOwnerMayBeSeveralRequests() {
        assertThat(unowned(query("ticket", 60), query("sale", 60), query("visit", 60))
                        .judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void theIdDoesNotDependOnTheOrder() {
        Finding one = only(owned(query("ticket", 60), query("sale", 60), query("visit", 60)), Profile.TEST);
        Finding other = only(owned(query("visit", 60), query("ticket", 60), query("sale", 60)), Profile.TEST);
        assertThat(one.id()).isEqualTo(other.id());
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
