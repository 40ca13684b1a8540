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
import org.junit.jupiter.params.provider.ValueSource;

class DeepOffsetTest {
    private final DeepOffset detector = new DeepOffset();

    private static Run page(long offset) {
        return Run.of("select * from orders order by day limit ? offset ?").bound(20, offset);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void deepPagesAreFound(Profile profile) {
        assertThat(owned(page(999)).judgedBy(detector, profile)).isEmpty();
        assertThat(only(owned(page(1_000)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(page(9_999)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(page(10_000)), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from orders limit 20 offset 12000",
                "select * from orders offset 12000 rows fetch next 20 rows only"
            })
    void literalsCountToo(String sql) {
        assertThat(owned(Run.of(sql).bound()).judgedBy(detector, Profile.TEST)).hasSize(1);
    }

    @Test
    void adviceNamesTheTableAndTheOrder() {
        Finding finding = only(owned(page(12_000)), Profile.TEST);
        assertThat(finding.advice())
                .contains(
                        "`orders`", "the columns it is ordered by", "select … from orders where (sorted, id) > (?, ?)");
        assertThat(evidence(finding)).contains("offset: 12,000 rows");
        Run unordered = Run.of("select * from orders limit 20 offset 12000").bound();
        assertThat(only(owned(unordered), Profile.TEST).advice()).contains("Page by a unique key");
    }

    @Test
    void inAUnitWithoutOwnerItIsOnlyInformation() {
        assertThat(only(unowned(page(12_000)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
