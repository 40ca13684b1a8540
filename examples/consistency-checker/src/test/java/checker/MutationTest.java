package checker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutationTest {

    @ParameterizedTest
    @EnumSource
    void findsItsMethods(Mutation mutation) {
        assertThat(mutation.patches()).isNotEmpty().allMatch(Patch::finds);
    }

    @ParameterizedTest
    @EnumSource
    void canBeMadeAndUndone(Mutation mutation) {
        try {
            Patch.apply(mutation.patches());
        } finally {
            Patch.undo(mutation.patches());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isHuntedUntilItIsFound(Mutation mutation) {
        assertThat(mutation.circumstances(Settings.standard(60, 1)).hunting().stopsAt())
                .isNotEmpty();
    }
}
