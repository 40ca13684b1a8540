package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line of the example. */
class LaunchDayCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            LaunchDay.command().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpExplainsTheExampleAndItsOptions() {
        int status = command.execute("--help");

        assertThat(status).isZero();
        assertThat(out.toString())
                .startsWith("Usage: launch-day")
                .contains("launch day", "--database", "h2", "postgresql", "--findings", "Default:");
    }

    @Test
    void anUnknownDatabaseIsRefusedInOneSentence() {
        int status = command.execute("--database", "x");

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip())
                .contains("--database", "'x'", "h2", "postgresql")
                .hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedInOneSentence(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        int status =
                command.execute("--findings", file.resolve("findings.jsonl").toString());

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip())
                .contains("--findings", file.toString())
                .hasLineCount(1);
    }

    @Test
    void aRunPrintsTheDayInNumbers(@TempDir Path directory) {
        Path findings = directory.resolve("day.jsonl");

        int status = command.execute("--findings", findings.toString());

        assertThat(status).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("Launch day, on H2", "statements", "rows read", "commits", "findings")
                .containsPattern("orders page +26 +1 +100 +75 +1 +1 +1 +0\\R")
                .contains(findings.toString());
        assertThat(findings).isNotEmptyFile();
    }
}
