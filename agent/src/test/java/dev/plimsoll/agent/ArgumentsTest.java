package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

    @Test
    void nothingIsNoOption() {
        assertThat(Arguments.of(null)).isEmpty();
        assertThat(Arguments.of(" ")).isEmpty();
    }

    @Test
    void optionsHaveOurPrefixOrNone() {
        assertThat(Arguments.of("profile=prod,plimsoll.strict=true"))
                .containsEntry("profile", "prod")
                .containsEntry("strict", "true");
    }

    @Test
    void aPartWithoutAKeyContinuesTheListBeforeIt() {
        assertThat(Arguments.of("replicas=a:5432,b:5432,c,profile=prod"))
                .containsEntry("replicas", "a:5432,b:5432,c")
                .containsEntry("profile", "prod");
    }

    @Test
    void whatIsNoOptionIsToldWithTheWayToWriteOne() {
        assertThatThrownBy(() -> Arguments.of("prod"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'prod' is not an option; options are written key=value,key=value or @file");
        assertThatThrownBy(() -> Arguments.of("=prod")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Arguments.of("a=1,a=2")).hasMessage("the option 'plimsoll.a' is given twice");
    }

    @Test
    void aFileHoldsOneOptionInEachLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("options"), "# ours\nplimsoll.profile=prod\nstrict = true\n");
        assertThat(Arguments.of("@" + file)).containsEntry("profile", "prod").containsEntry("strict", "true");
    }
}
