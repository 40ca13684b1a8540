package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static dev.plimsoll.detect.Units.owned;
import static dev.plimsoll.detect.Units.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnboundedResultTest {
    private final UnboundedResult detector = new UnboundedResult();

    private static Run orders(long rows) {
        return Run.of("select * from orders where customer_id = ?")
                .bound(1)
                .returning(rows)
                .takingMillis(40);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void largeResultsAreFound(Profile profile) {
        assertThat(owned(orders(999)).judgedBy(detector, profile)).isEmpty();
        assertThat(only(owned(orders(1_000)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(orders(9_999)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(orders(10_000)), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void adviceNamesTheTable() {
        Finding finding = only(owned(orders(40_000)), Profile.TEST);
        assertThat(finding.advice())
                .contains("`orders`", "select … from orders where id > ? order by id", "setFetchSize(500)");
        assertThat(evidence(finding)).contains("rows: 40,000 in the largest result");
        assertThat(finding.timeLostMicros()).isEqualTo(40_000);
        assertThat(finding.callSite()).isEmpty();
    }

    @Test
    void aLimitBoundsTheResult() {
        Run limited =
                Run.of("select * from orders order by id limit 50000").bound().returning(40_000);
        assertThat(owned(limited).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void aLimitInASubqueryDoesNot() {
        Run inner = Run.of("select * from orders o where exists (select 1 from line l where l.order_id = o.id limit 1)")
                .bound()
                .returning(40_000);
        assertThat(owned(inner).judgedBy(detector, Profile.TEST)).hasSize(1);
    }

    @Test
    void aStreamIsOnlyInformation() {
        Finding finding = only(owned(orders(2_000_000).fetching(500, true)), Profile.TEST);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(evidence(finding)).contains("streamed: yes");
        assertThat(only(
                                owned(orders(2_000_000).fetching(Integer.MIN_VALUE, false))
                                        .on(Dialect.MYSQL),
                                Profile.TEST)
                        .severity())
                .isEqualTo(Severity.INFO);
    }

    @Test
    void aSmallStreamIsNotWorthANote() {
        assertThat(owned(orders(9_999).fetching(500, true)).judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(orders(10_000).fetching(500, true)).judgedBy(detector, Profile.TEST))
                .hasSize(1);
    }

    @Test
    void aFetchSizeWithoutEffectIsAnotherFinding() {
        assertThat(owned(orders(2_000).fetching(500, false)).judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(orders(2_000).fetching(500, false)).on(Dialect.H2).judgedBy(detector, Profile.TEST))
                .hasSize(1);
        assertThat(owned(orders(2_000).fetching(5_000, false)).judgedBy(detector, Profile.TEST))
                .hasSize(1);
    }

    @Test
    void pagesCutInMemoryAreHintedAt() {
        Run join = Run.of("select * from orders o left join line l on l.order_id = o.id")
                .bound()
                .returning(50_000);
        assertThat(only(owned(join), Profile.TEST).advice()).contains("HHH90003004");
    }

    @Test
    void inAUnitWithoutOwnerItIsOnlyInformation() {
        assertThat(only(unowned(orders(40_000)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
