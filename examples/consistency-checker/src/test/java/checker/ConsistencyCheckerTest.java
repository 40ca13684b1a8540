package checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line. */
class ConsistencyCheckerTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            ConsistencyChecker.command().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpExplainsTheOptions() {
        int status = command.execute("--help");

        assertThat(status).isZero();
        assertThat(out.toString())
                .startsWith("Usage: consistency-checker")
                .contains("--seconds", "--seed", "--level", "--lag", "--mutation", "M14", "lossy-promotion");
    }

    @ParameterizedTest
    @CsvSource({
        "--seconds, 0",
        "--seconds, many",
        "--workers, 0",
        "--sessions, -1",
        "--writes, 1.5",
        "--lag, 10/",
        "--lag, 1/2/3",
        "--level, sometimes",
        "--faults, flood",
        "--mutation, M15"
    })
    void aBadValueIsRefusedInOneSentence(String option, String value) {
        int status = command.execute(option, value);

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip()).contains(option).hasLineCount(1);
    }
}
