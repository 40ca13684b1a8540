package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Threshold;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void withoutOptionsTheProfileIsDev() {
        Options options = Options.of(Map.of());
        assertThat(options.thresholds().profile()).isEqualTo(Profile.DEV);
        assertThat(options.enabled()).isTrue();
        assertThat(options.logged()).isTrue();
        assertThat(options.json()).isEmpty();
        assertThat(options.callSites().ofFirstExecution()).isTrue();
    }

    @Test
    void inProductionTheStackIsLookedAtFromTheFirstRepetitionOn() {
        assertThat(Options.of(Map.of("profile", "PROD")).callSites().ofFirstExecution())
                .isFalse();
        assertThat(Options.of(Map.of("profile", "prod", "call-sites", "always"))
                        .callSites()
                        .ofFirstExecution())
                .isTrue();
        assertThat(Options.of(Map.of("call-sites", "repeated")).callSites().ofFirstExecution())
                .isFalse();
    }

    @Test
    void aSingleThresholdOverrulesTheProfile() {
        Options options = Options.of(Map.of("n-plus-one.executions", "7", "profile", "prod"));
        assertThat(options.thresholds().get(Threshold.N_PLUS_ONE_EXECUTIONS)).isEqualTo(7);
    }

    @Test
    void strictLowersTheInListThreshold() {
        Options options = Options.of(Map.of("strict", "true"));
        assertThat(options.thresholds().get(Threshold.OVERSIZED_IN_LIST_ELEMENTS))
                .isEqualTo(15);
    }

    @Test
    void systemPropertiesCompleteWhatIsGiven() {
        System.setProperty("plimsoll.profile", "prod");
        System.setProperty("plimsoll.strict", "true");
        try {
            Options options = Options.of(Map.of("profile", "test"));
            assertThat(options.thresholds().profile()).isEqualTo(Profile.TEST);
            assertThat(options.thresholds().get(Threshold.OVERSIZED_IN_LIST_ELEMENTS))
                    .isEqualTo(15);
        } finally {
            System.clearProperty("plimsoll.profile");
            System.clearProperty("plimsoll.strict");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile | staging | plimsoll.profile is 'staging', but must be test, dev or prod",
                "enabled | yes | plimsoll.enabled is 'yes', but must be true or false",
                "report.json | / | plimsoll.report.json is '/', but must be a file's path",
                "call-sites | never | plimsoll.call-sites is 'never', but must be always or repeated",
                "n-plus-one.executions | many | plimsoll.n-plus-one.executions is 'many', but must be a whole number from 2 on",
                "n-plus-one.executions | 1 | plimsoll.n-plus-one.executions is '1', but must be a whole number from 2 on",
                "silence | N+1! | plimsoll.silence has 'N+1!', but must be ids, kinds, or kinds at a method as kind@package.Class#method, separated by commas",
            })
    void aWrongValueIsToldWithWhatIsLegal(String key, String value, String message) {
        assertThatThrownBy(() -> Options.of(Map.of(key, value)))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(message);
    }

    @Test
    void anUnknownOptionIsToldWithTheNearest() {
        assertThatThrownBy(() -> Options.of(Map.of("profil", "prod")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith(
                        "'plimsoll.profil' is not an option of Plimsoll; did you mean 'plimsoll.profile'? The options are: ")
                .hasMessageContaining("n-plus-one.executions");
    }
}
