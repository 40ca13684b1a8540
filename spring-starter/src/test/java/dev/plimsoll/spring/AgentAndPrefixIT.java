package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.spring.programs.EverythingAtOnce;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;

/** The starter, the agent and the prefix of the URL in one JVM: the starter watches, and the agent leaves its pools alone. */
class AgentAndPrefixIT {

    @Test
    void whatIsWatchedByThreeIsWatchedOnce() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:" + System.getProperty("agent.jar"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EverythingAtOnce.class.getName())
                .redirectErrorStream(true)
                .start();
        String output;
        try (InputStream lines = program.getInputStream()) {
            output = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(program.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("jdbc:plimsoll: is taken off the URL of ")
                .contains("Plimsoll watches dataSource (HikariCP)")
                .contains("found=[n-plus-one]")
                .doesNotContain("Plimsoll failed");
        assertThat(StringUtils.countOccurrencesOf(output, "n-plus-one in \"the page\""))
                .as(output)
                .isOne();
    }
}
