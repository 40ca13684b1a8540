package dev.plimsoll.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.ObservedUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for all detectors at once. */
class PurityTest {
    private static List<Finding> findings(ObservedUnit unit, Profile profile) {
        List<Finding> findings = new ArrayList<>();
        Detectors.detectors().forEach(detector -> detector.inspect(unit, Thresholds.of(profile), findings::add));
        return findings;
    }

    private static Units bad() {
        return Units.owned(
                Run.of("select id from orders where page = ?").bound(1).reading("id", 1, 30),
                Run.of("select * from line where order_id = ?").boundEach(1, 30).at("shop.Page", "lines", 1),
                Run.of("select * from tax where region = 'secret'").times(30).at("shop.Page", "tax", 2),
                Run.of("insert into audit (id) values (?)")
                        .boundEach(1, 60)
                        .autocommitted()
                        .at("shop.Page", "audit", 3),
                Run.of("select * from log limit 10").bound().returning(10),
                Run.of("select * from event").bound().returning(20_000),
                Run.of("select * from page order by id limit ? offset ?").bound(20, 20_000));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void theSameUnitGivesTheSameFindings(Profile profile) {
        assertThat(findings(bad().observed(), profile)).isEqualTo(findings(bad().observed(), profile));
    }

    @Test
    void oneUnitMayHoldManyKinds() {
        assertThat(findings(bad().observed(), Profile.TEST))
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(
                        "commit-per-save",
                        "deep-offset",
                        "limit-without-order",
                        "n-plus-one",
                        "redundant-query",
                        "row-by-row-write",
                        "unbounded-result");
    }

    @Test
    void findingsHoldNoLiterals() {
        assertThat(findings(bad().observed(), Profile.TEST))
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void aUnitThatDidNothingHasNoFindings(Profile profile) {
        assertThat(findings(Units.owned().observed(), profile)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void anOrdinaryRequestHasNoFindings(Profile profile) {
        Units request = Units.owned(
                Run.of("select * from account where id = ?")
                        .bound(7)
                        .returning(1)
                        .reading("id", 7, 7),
                Run.of("select * from profile where account_id = ?").bound(7).returning(1),
                Run.of("select * from orders where account_id = ? order by day desc limit ?")
                        .bound(7, 20)
                        .returning(20)
                        .reading("id", 100, 119),
                Run.of("select * from line where order_id in (?, ?, ?, ?, ?, ?)")
                        .bound(100, 101, 102, 103, 104, 105),
                Run.of("select count(*) from orders where account_id = ?")
                        .bound(7)
                        .returning(1),
                Run.of("select 1 from ban where account_id = ? limit 1").bound(7),
                Run.of("insert into visit (account_id) values (?)").bound(7).committed(1, 1_000));
        assertThat(findings(request.observed(), profile)).isEmpty();
    }
}
