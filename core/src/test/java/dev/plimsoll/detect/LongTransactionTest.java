package dev.plimsoll.detect;

import static dev.plimsoll.detect.Units.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.work.ObservedTransaction.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LongTransactionTest {
    private final LongTransaction watch = new LongTransaction();

    private static Transactions writing(long millis) {
        return Transactions.in(State.EXECUTING).ageMillis(millis).written("account");
    }

    @ParameterizedTest
    @CsvSource({"TEST, 2000", "DEV, 5000", "PROD, 5000"})
    void anOldTransactionIsFound(Profile profile, long limit) {
        assertThat(writing(limit - 1).judgedBy(watch, profile)).isEmpty();
        assertThat(only(writing(limit), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(writing(59_999), profile).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(writing(60_000), profile).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void adviceAndEvidenceTellWhatIsHeld() {
        Finding finding = only(writing(125_000), Profile.TEST);
        assertThat(finding.advice()).contains("its locks on rows of `account`", "chunks");
        assertThat(evidence(finding)).contains("age: 2 min 5 s since its first statement", "thread: http-7");
    }

    @Test
    void manyShortPausesMakeALongTransactionToo() {
        Transactions pausing =
                Transactions.in(State.IDLE).idleMillis(10).ageMillis(8_000).longestIdleMillis(800);
        assertThat(only(pausing, Profile.TEST).severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void oneLongPauseIsLeftToIdleInTransaction(Profile profile) {
        assertThat(writing(90_000).longestIdleMillis(1_000).judgedBy(watch, profile))
                .isEmpty();
        assertThat(writing(90_000).longestIdleMillis(999).judgedBy(watch, profile))
                .hasSize(1);
    }

    @Test
    void readingWithoutAPauseIsOnlyInformation() {
        Transactions export = Transactions.in(State.IDLE).ageMillis(600_000);
        assertThat(only(export.longestIdleMillis(249), Profile.PROD).severity()).isEqualTo(Severity.INFO);
        assertThat(only(export.longestIdleMillis(250), Profile.PROD).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aTransactionLeftOpenIsAnotherFinding() {
        assertThat(Transactions.in(State.LEFT_OPEN).ageMillis(90_000).judgedBy(watch, Profile.TEST))
                .isEmpty();
    }

    private Finding only(Transactions transaction, Profile profile) {
        List<Finding> findings = transaction.judgedBy(watch, profile);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
