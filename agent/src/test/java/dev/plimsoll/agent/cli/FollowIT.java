package dev.plimsoll.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.agent.cli.Terminal.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report that goes on. */
class FollowIT {
    private final Terminal terminal = Terminal.usual();

    static List<Path> javas() {
        return Jdks.javas();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void whatIsNewIsShownUntilSomebodyDetaches(Path java) throws IOException {
        try (ShopProcess shop = ShopProcess.of(java)) {
            terminal.say("attach", shop.pid());
            shop.tell("page");
            try (Running follow = terminal.begin("report", shop.pid(), "--follow")) {
                follow.awaitLine("n-plus-one");
                follow.awaitLine("Following:");
                shop.tell("basket");
                follow.awaitLine("row-by-row-write");
                assertThat(terminal.say("detach", shop.pid()).exitCode()).isZero();
                assertThat(follow.rest()).doesNotContain("n-plus-one");
                assertThat(follow.errors())
                        .isEqualTo("plimsoll: Plimsoll was detached by another command: nothing more to follow\n");
                assertThat(follow.exitCode()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("javas")
    void jsonGoesOnByTheLineUntilTheJvmEnds(Path java) throws IOException {
        try (ShopProcess shop = ShopProcess.of(java)) {
            terminal.say("attach", shop.pid());
            try (Running follow = terminal.begin("report", shop.pid(), "--follow", "--json")) {
                follow.awaitLine("{\"findings\":[]");
                shop.tell("page");
                String line = follow.awaitLine("n-plus-one");
                assertThat(new ObjectMapper().readTree(line).at("/finding/kind").asText())
                        .isEqualTo("n-plus-one");
                shop.end();
                assertThat(follow.rest()).isEmpty();
                assertThat(follow.errors()).isEqualTo("plimsoll: process " + shop.pid() + " has ended\n");
                assertThat(follow.exitCode()).isZero();
            }
        }
    }
}
