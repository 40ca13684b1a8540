package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static dev.plimsoll.detect.Units.owned;
import static dev.plimsoll.detect.Units.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedundantQueryTest {
    private final RedundantQuery detector = new RedundantQuery();

    private static Run rates(int executions) {
        return Run.of("select rate from tax where region = ?")
                .times(executions, 7)
                .at("shop.Cart", "total", 20);
    }

    @ParameterizedTest
    @CsvSource({"TEST, 3", "DEV, 3", "PROD, 5"})
    void theSameValueAgainIsRedundant(Profile profile, int limit) {
        assertThat(owned(rates(limit - 1)).judgedBy(detector, profile)).isEmpty();
        assertThat(owned(rates(limit)).judgedBy(detector, profile)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void severityGrowsWithTheExecutions(Profile profile) {
        assertThat(only(owned(rates(3)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
        assertThat(only(owned(rates(4)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
        assertThat(only(owned(rates(5)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(rates(19)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(rates(20)), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void adviceAndEvidenceNameWhatWasAskedAgain() {
        Finding finding = only(owned(rates(6)), Profile.TEST);
        assertThat(finding.count()).isEqualTo(6);
        assertThat(finding.timeLostMicros()).isEqualTo(5_000);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.advice()).startsWith("The same rows of `tax` were asked for again 5 times.");
        assertThat(evidence(finding)).contains("executions: 6, with only 1 different value\n", "time: 6.0 ms in all");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aHandfulOfValuesForManyRowsIsRedundant(Profile profile) {
        Run countries = Run.of("select * from country where id = ?").at("shop.OrderPage", "country", 9);
        IntStream.range(0, 20).forEach(row -> countries.bound(row % 3));
        Finding finding = only(owned(countries), profile);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.advice()).contains("again 17 times", "join `country`");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void onceForEachValueIsNotRedundant(Profile profile) {
        Run each = Run.of("select * from country where id = ?").boundEach(1, 4);
        assertThat(owned(each).judgedBy(detector, profile)).isEmpty();
        Run nearly =
                Run.of("select * from country where id = ?").boundEach(1, 4).bound(1);
        assertThat(owned(nearly).judgedBy(detector, profile)).isEmpty();
    }

    @Test
    void manyValuesAreNotAHandful() {
        Run often = Run.of("select * from country where id = ?");
        IntStream.range(0, 100).forEach(row -> often.bound(row % 10));
        assertThat(owned(often).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void callSitesAreCountedTogether() {
        Run[] places = IntStream.range(0, 10)
                .mapToObj(place -> Run.of("select * from academic_cycle where starts <= ?")
                        .times(4, 1)
                        .at("school.Page" + place, "show", 1))
                .toArray(Run[]::new);
        Finding finding = only(owned(places), Profile.TEST);
        assertThat(finding.count()).isEqualTo(40);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(evidence(finding)).contains("call sites: 10");
    }

    @Test
    void oncePerPlaceIsOnlyInformation() {
        Run[] places = IntStream.range(0, 6)
                .mapToObj(place -> Run.of("select * from setting where name = ?")
                        .times(1, 1)
                        .at("shop.Service" + place, "run", 1))
                .toArray(Run[]::new);
        assertThat(only(owned(places), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void attemptsThatWereRolledBackCountOnce() {
        assertThat(owned(rates(4).rolledBack(3, 1)).judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(rates(12).rolledBack(8, 4)).judgedBy(detector, Profile.TEST))
                .extracting(Finding::count)
                .containsExactly(4L);
    }

    @Test
    void anAnswerThatTheUnitMayHaveChangedIsOnlyInformation() {
        Run write = Run.of("update tax set rate = 1 where region = ?").bound(7);
        assertThat(only(owned(rates(30), write), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void theNextRowsOfAQueueAreNotRedundant() {
        Run next = Run.of("select * from task where state = ? order by id limit 10")
                .times(30, 1);
        Run done = Run.of("update task set state = 2 where id = ?").boundEach(1, 300);
        assertThat(owned(next, done).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select * from task where id = ? for update", "select nextval('s')", "select 1"})
    void locksAndFunctionsHaveToBeAskedAgain(String sql) {
        assertThat(owned(Run.of(sql).times(30, 1)).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void schemasAreKeptApart() {
        Run[] tenants = IntStream.range(0, 10)
                .mapToObj(tenant -> Run.of("select * from setting").bound().schema("tenant_" + tenant))
                .toArray(Run[]::new);
        assertThat(owned(tenants).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void inAUnitWithoutOwnerItIsOnlyInformation() {
        assertThat(only(unowned(rates(30)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
