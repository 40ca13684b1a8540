package dev.plimsoll.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 µs",
        "870_000, 870 µs",
        "999_499, 999 µs",
        "999_999, 1.0 ms",
        "999_999_999, 1.0 s",
        "1_000_000, 1.0 ms",
        "41_300_000, 41.3 ms",
        "8_200_000_000, 8.2 s",
        "59_400_000_000, 59.4 s",
        "59_600_000_000, 1 min 0 s",
        "605_000_000_000, 10 min 5 s"
    })
    void timesAreWrittenInTheUnitThatFits(String nanos, String text) {
        assertThat(Amount.time(Long.parseLong(nanos.replace("_", "")))).isEqualTo(text);
    }

    @Test
    void countsAreGroupedAndInflected() {
        assertThat(Amount.count(40_000)).isEqualTo("40,000");
        assertThat(Amount.count(1, "row")).isEqualTo("1 row");
        assertThat(Amount.count(2_000, "row")).isEqualTo("2,000 rows");
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale.setDefault(Locale.GERMANY);
        assertThat(Amount.time(41_300_000)).isEqualTo("41.3 ms");
        assertThat(Amount.count(40_000)).isEqualTo("40,000");
    }
}
