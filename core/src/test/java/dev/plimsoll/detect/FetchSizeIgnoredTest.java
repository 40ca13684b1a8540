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

class FetchSizeIgnoredTest {
    private final FetchSizeIgnored detector = new FetchSizeIgnored();

    private static Run events(long rows, int fetchSize) {
        return Run.of("select * from event order by id").bound().returning(rows).fetching(fetchSize, false);
    }

    @Test
    void anyResultLargerThanAPortionIsFoundInTests() {
        assertThat(owned(events(50, 50)).judgedBy(detector, Profile.TEST)).isEmpty();
        assertThat(owned(events(51, 50)).judgedBy(detector, Profile.TEST)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"DEV", "PROD"})
    void elsewhereOnlyALargeOne(Profile profile) {
        assertThat(owned(events(999, 50)).judgedBy(detector, profile)).isEmpty();
        assertThat(only(owned(events(1_000, 50)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(events(9_999, 50)), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(owned(events(10_000, 50)), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void adviceSaysWhatIsMissing() {
        assertThat(only(owned(events(2_000, 500).autocommitted()), Profile.TEST).advice())
                .contains("`event`", "here autocommit was on", "setAutoCommit(false)");
        assertThat(only(owned(events(2_000, 500)), Profile.TEST).advice()).contains("scrollable or holdable");
        Run two = Run.of("select * from event; select * from event")
                .bound()
                .returning(2_000)
                .fetching(500, false);
        assertThat(only(owned(two), Profile.TEST).advice()).contains("holds 2 statements");
    }

    @Test
    void evidenceTellsRowsAndFetchSize() {
        assertThat(evidence(only(owned(events(2_000, 500).autocommitted()), Profile.TEST)))
                .contains("rows: 2,000 fetched at once", "fetch size: 500", "autocommit: on");
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "POSTGRESQL", mode = EnumSource.Mode.EXCLUDE)
    void otherDriversAreNotJudged(Dialect dialect) {
        assertThat(owned(events(2_000, 500)).on(dialect).judgedBy(detector, Profile.TEST))
                .isEmpty();
    }

    @Test
    void streamsAndDefaultsAreFine() {
        assertThat(owned(Run.of("select * from event").bound().returning(2_000).fetching(500, true))
                        .judgedBy(detector, Profile.TEST))
                .isEmpty();
        assertThat(owned(events(2_000, 0)).judgedBy(detector, Profile.TEST)).isEmpty();
        assertThat(owned(events(2_000, -1)).judgedBy(detector, Profile.TEST)).isEmpty();
    }

    @Test
    void inAUnitWithoutOwnerItIsOnlyInformation() {
        assertThat(only(unowned(events(40_000, 500)), Profile.TEST).severity()).isEqualTo(Severity.INFO);
    }

    private Finding only(Units unit, Profile profile) {
        List<Finding> findings = unit.judgedBy(detector, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
