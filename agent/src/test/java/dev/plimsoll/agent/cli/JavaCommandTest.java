package dev.plimsoll.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

    @Test
    void theMainClassFollowsTheOptionsAndTheirValues() {
        assertThat(mainClass(
                        "java -Xmx1g -cp a.jar:b.jar --add-opens java.base/java.lang=ALL-UNNAMED shop.Shop --port 80"))
                .isEqualTo("shop.Shop");
    }

    @Test
    void aJarOrModuleIsWhatItsOptionNames() {
        assertThat(mainClass("java -jar shop.jar open")).isEqualTo("shop.jar");
        assertThat(mainClass("java -p modules -m shop/shop.Shop")).isEqualTo("shop/shop.Shop");
    }

    @Test
    void aFileOfArgumentsHidesIt() {
        assertThat(mainClass("java @arguments")).isEmpty();
        assertThat(mainClass("java -jar")).isEmpty();
    }

    private static String mainClass(String line) {
        return JavaCommand.mainClass(List.of(line.split(" ")));
    }
}
