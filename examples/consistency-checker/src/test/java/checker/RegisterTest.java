package checker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisterTest {
    private final Register register = new Register(1);

    @Test
    void versionsAreNeverGivenTwice() {
        assertThat(register.next()).isEqualTo(1);
        assertThat(register.next()).isEqualTo(2);
    }

    @Test
    void whatWasAcknowledgedLaterIsNotOwedBefore() {
        register.acknowledged(1, 10);
        register.acknowledged(2, 20);

        assertThat(register.acknowledgedBefore(10)).isZero();
        assertThat(register.acknowledgedBefore(11)).isEqualTo(1);
        assertThat(register.acknowledgedBefore(21)).isEqualTo(2);
    }

    @Test
    void aPromotionThatKeptEverythingLosesNothing() {
        register.acknowledged(2, 20);

        assertThat(register.lostBeyond(2, 30)).isFalse();
        assertThat(register.acknowledged()).isEqualTo(2);
    }

    @Test
    void whatAPromotionLostIsNotOwedAnyMore() {
        register.acknowledged(2, 20);

        assertThat(register.lostBeyond(1, 30)).isTrue();
        assertThat(register.acknowledged()).isEqualTo(1);
    }

    @Test
    void whatTheNewPrimaryAcknowledgedIsOwed() {
        register.acknowledged(2, 20);
        register.acknowledged(3, 40);

        assertThat(register.lostBeyond(1, 30)).isTrue();
        assertThat(register.acknowledged()).isEqualTo(3);
    }

    @Test
    void aReaderKnowsWhatItCameToKnowBefore() {
        Steps steps = new Steps();
        for (int version = 1; version <= 100; version++) {
            steps.add(new Steps.Step(10L * version, version, null));
        }

        assertThat(steps.before(1_000).version()).isEqualTo(99);
        assertThat(steps.before(1_001).version()).isEqualTo(100);
    }
}
