package replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line of the example. */
class ReplicasCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            Replicas.command().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpExplainsTheExampleAndItsOptions() {
        int status = command.execute("--help");

        assertThat(status).isZero();
        assertThat(out.toString())
                .startsWith("Usage: replicas")
                .contains("replicas", "--seconds", "10 or more", "Default: 30", "--compare", "--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "-30", "many", "1.5", "99999999999"})
    void aTimeThatIsTooShortOrNoTimeIsRefusedInOneSentence(String seconds) {
        int status = command.execute("--seconds", seconds);

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip()).contains("--seconds", seconds).hasLineCount(1);
    }

    @Test
    void anUnknownOptionIsRefused() {
        int status = command.execute("--faster");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("--faster");
    }
}
