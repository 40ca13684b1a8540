package bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;

class BenchmarksTest {
    private static final Effort TINY = new Effort(0, 1, TimeValue.milliseconds(10), 2, TimeValue.milliseconds(10));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commandLine = Benchmarks.commandLine(TINY, TINY)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @Test
    void writesEveryFigureAndTheDriversOwn(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("new").resolve("benchmarks.json");

        int exitCode =
                commandLine.execute("--workload", "w2", "--subject", "delegate,plimsoll", "--output", file.toString());

        assertThat(exitCode).isZero();
        JsonNode figures = new ObjectMapper().readTree(file.toFile());
        assertThat(figures.findValuesAsText("subject")).containsExactly("raw", "delegate", "plimsoll");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.fieldNames())
                    .toIterable()
                    .containsExactly("workload", "subject", "driver", "ns", "bytes");
            assertThat(figure.get("workload").asText()).isEqualTo("W2");
            assertThat(figure.get("driver").asText()).isEqualTo("noop");
            assertThat(figure.get("ns").asDouble()).isPositive();
            assertThat(figure.get("bytes").asDouble()).isPositive();
        });
    }

    @Test
    void helpNamesWorkloadsAndSubjects() {
        assertThat(commandLine.execute("--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "W1, W2, W3, W4, W5, W6", "raw, delegate, timed, hikaricp, plimsoll, logged, timelines, owned");
    }

    @Test
    void wrongWorkloadIsAnsweredWithTheRightOnes() {
        assertThat(commandLine.execute("--workload", "W9")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("'--workload'", "[W1, W2, W3, W4, W5, W6]", "'W9'");
    }
}
