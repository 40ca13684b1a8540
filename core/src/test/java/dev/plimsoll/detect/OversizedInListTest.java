package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static dev.plimsoll.detect.Units.owned;
import static dev.plimsoll.detect.Units.unowned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.sql.Dialect;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OversizedInListTest {
    private final OversizedInList detector = new OversizedInList();

    private static Run list(int elements, int executions) {
        Run run = Run.of("select * from orders where customer_id in ("
                + String.join(", ", Collections.nCopies(elements, "?")) + ")");
        for (int i = 0; i < executions; i++) {
            run.bound(LongStream.range(i, i + elements).toArray());
        }
        return run;
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void longListsAreFound(Profile profile) {
        assertThat(owned(list(99, 1)).judgedBy(detector, profile)).isEmpty();
        assertThat(only(owned(list(100, 1)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(list(999, 1)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(list(1_000, 1)), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void adviceNamesTheColumn() {
        Finding finding = only(owned(list(1_500, 1)), Profile.TEST);
        assertThat(finding.advice()).contains("`orders.customer_id`", "`customer_id = any(?)`");
        assertThat(evidence(finding)).contains("elements: 1,500 different ones");
        assertThat(only(owned(list(1_500, 1)).on(Dialect.H2), Profile.TEST).advice())
                .doesNotContain("any(?)")
                .contains("temporary table");
    }

    @Test
    void nearTheLimitOfDriversTheLimitIsTold() {
        assertThat(evidence(only(owned(list(32_766, 1)), Profile.TEST))).doesNotContain("65,535");
        assertThat(evidence(only(owned(list(32_767, 1)), Profile.TEST))).contains("65,535");
    }

    @Test
    void chunksOfOneLengthAreBounded() {
        assertThat(owned(list(500, 2)).judgedBy(detector, Profile.TEST)).isEmpty();
        assertThat(only(owned(list(1_000, 2)), Profile.TEST).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void theLimitCanBeAsStrictAsFifteen() {
        Thresholds strict = Thresholds.of(Profile.TEST).with(Threshold.OVERSIZED_IN_LIST_ELEMENTS, 15);
        assertThat(owned(list(14, 1)).judgedBy(detector, strict)).isEmpty();
        assertThat(owned(list(15, 1)).judgedBy(detector, strict)).hasSize(1);
    }

    @Test
    void rowsOfAnInsertAreNoList() {
        Run insert = Run.of("insert into t (a) values " + String.join(", ", Collections.nCopies(500, "(?)")))
                .bound(LongStream.range(0, 500).toArray());
        assertThat(owned(insert).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void listsOfWritesCountToo() {
        Run delete = Run.of("delete from t where id in (" + String.join(", ", Collections.nCopies(100, "?")) + ")")
                .bound(LongStream.range(0, 100).toArray());
        assertThat(owned(delete).judgedBy(detector, Profile.TEST)).hasSize(1);
    }

    @Test
    void inAUnitWithoutOwnerItIsOnlyInformation() {
        assertThat(only(unowned(list(5_000, 1)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
