package dev.plimsoll.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThresholdsTest {

    @ParameterizedTest
    @EnumSource(Threshold.class)
    void everyDefaultIsLegalAndNoProfileIsStricterThanTest(Threshold threshold) {
        for (Profile profile : Profile.values()) {
            assertThat(threshold.standard(profile))
                    .isGreaterThanOrEqualTo(threshold.least())
                    .isGreaterThanOrEqualTo(threshold.standard(Profile.TEST));
            assertThat(Thresholds.of(profile).get(threshold)).isEqualTo(threshold.standard(profile));
        }
        assertThat(threshold.description()).isNotBlank();
        assertThat(threshold.key().replaceAll("[.-]", "_")).isEqualToIgnoringCase(threshold.name());
    }

    @Test
    void keysAreUniqueAndSorted() {
        assertThat(Arrays.stream(Threshold.values()).map(Threshold::key)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Threshold.values())
                        .map(threshold ->
                                threshold.key().substring(0, threshold.key().indexOf('.'))))
                .isSorted();
    }

    @Test
    void oneLimitCanBeOverruled() {
        Thresholds standard = Thresholds.of(Profile.PROD);
        Thresholds changed = standard.with(Threshold.DEEP_OFFSET_ROWS, 7);
        assertThat(changed.get(Threshold.DEEP_OFFSET_ROWS)).isEqualTo(7);
        assertThat(changed.get(Threshold.DEEP_OFFSET_ERROR_ROWS)).isEqualTo(10_000);
        assertThat(changed.profile()).isEqualTo(Profile.PROD);
        assertThat(standard.get(Threshold.DEEP_OFFSET_ROWS)).isEqualTo(1_000);
    }

    @Test
    void aLimitThatMakesNoSenseIsRefused() {
        Thresholds standard = Thresholds.of(Profile.TEST);
        assertThatThrownBy(() -> standard.with(Threshold.OVERSIZED_IN_LIST_ELEMENTS, 14))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("oversized-in-list.elements=14: must be 15 or more");
    }
}
