package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.route.Capture;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.route.RouteOptions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteOptionsTest {

    @Test
    void readersSeeTheirOwnWritesUnlessSomethingElseIsAskedFor() {
        RouteOptions routing = Options.of(Map.of()).routing();
        assertThat(routing.level()).isEqualTo(ReadLevel.READ_YOUR_WRITES);
        assertThat(routing.autocommitReads()).isTrue();
        assertThat(routing.capture()).isEqualTo(Capture.GROUP);
        assertThat(routing.pollIdle()).isEqualTo(Duration.ofSeconds(1));
        assertThat(routing.pollBusy()).isEqualTo(Duration.ofMillis(10));
        assertThat(routing.lagLimitBytes()).isEqualTo(64L << 20);
        assertThat(routing.replicaWait()).isZero();
    }

    @Test
    void theFallbackIsAShareOfThePoolOrANumber() {
        assertThat(Options.of(Map.of()).fallback().of(20)).isEqualTo(5);
        assertThat(Options.of(Map.of()).fallback().of(2)).isOne();
        assertThat(Options.of(Map.of("fallback-max-concurrent", "3")).fallback().of(20))
                .isEqualTo(3);
    }

    @Test
    void replicasAndKeysAreLists() {
        Options options =
                Options.of(Map.of("replicas", "a, b:5433", "token-keys", "7:0123456789abcdef,6:fedcba9876543210"));
        assertThat(options.replicas()).containsExactly("a", "b:5433");
        assertThat(options.routing().tokenKeys()).extracting("id").containsExactly(7, 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read-level | strict | must be primary, strong-read, monotonic, read-your-writes or eventual",
                "capture | always | must be group or commit",
                "scope | thread | must be unit or process",
                "poll-idle | 0 | must be a duration",
                "poll-busy | 10 | must be a duration",
                "lag-limit | -1s | must be a duration",
                "lag-limit | 99999999999h | must be a duration",
                "lag-limit-bytes | many | must be a number of bytes",
                "fallback-max-concurrent | 0 | must be a whole number from 1 on",
                "fallback-max-concurrent | 120% | or a percentage",
                "session-limit | 0 | must be a whole number from 1 on",
                "node-connections | 1 | must be a whole number from 2 on",
                "nudge | maybe | must be true or false"
            })
    void aWrongValueIsNamedWithWhatIsLegal(String key, String value, String sentence) {
        assertThatThrownBy(() -> Options.of(Map.of(key, value)))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("plimsoll." + key + " is '" + value + "'")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({"1:tooshort", "x:0123456789abcdef", "256:0123456789abcdef", "0123456789abcdefgh"})
    void aWrongKeyIsRefusedWithoutBeingShown(String key) {
        assertThatThrownBy(() -> Options.of(Map.of("token-keys", key)))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("plimsoll.token-keys must be id:secret")
                .hasMessageNotContaining(key);
    }
}
