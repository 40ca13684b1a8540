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
            mutation.patches().forEach(Patch::apply);
        } finally {
            mutation.patches().forEach(Patch::undo);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isHuntedUntilItIsFound(Mutation mutation) {
        assertThat(mutation.circumstances(Settings.standard(60, 1)).stopsAtFirst())
                .isTrue();
    }
}
