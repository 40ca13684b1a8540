package harbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.testing.Logged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final String HEADER = """
            # Findings that tests accept, one a line: id, kind, test, place and statement, with tabs between them.
            # A finding is known by its id, in whatever test. -Dplimsoll.test.baseline.update=true writes this file.
            """;

    @TempDir
    Path folder;

    /** What the samples do, which changes from run to run as sources do. */
    private static boolean mended;

    private static boolean worse;

    abstract static class AtHarbour {
        static Harbour harbour;

        @BeforeAll
        static void open() {
            harbour = Harbour.with("baseline", 5);
        }

        @AfterAll
        static void close() {
            harbour.close();
        }
    }

    @ExpectNoFindings
    static class Ships extends AtHarbour {
        @Test
        void weight() throws SQLException {
            if (mended) {
                harbour.weight();
            } else {
                harbour.weightShipByShip();
            }
        }

        @Test
        void arrival() throws SQLException {
            for (int i = 0; worse && i < 8; i++) {
                harbour.arrive(100 + i);
            }
        }
    }

    @ExpectNoFindings
    static class Others extends AtHarbour {
        @Test
        void weightToo() throws SQLException {
            harbour.weightShipByShip();
        }
    }

    private Map<String, String> checking(Path file) {
        return Map.of("plimsoll.test.baseline", file.toString());
    }

    private Map<String, String> updating(Path file) {
        return Map.of("plimsoll.test.baseline", file.toString(), "plimsoll.test.baseline.update", "true");
    }

    private static Outcome run(Map<String, String> parameters, boolean isMended, boolean isWorse, Class<?>... types) {
        mended = isMended;
        worse = isWorse;
        return Outcome.of(parameters, types);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("^[0-9a-f]{12}\t", "ID\t"))
                .toList();
    }

    private static final String SHIPS =
            "ID\tn-plus-one\tharbour.BaselineTest$Ships#weight\tharbour.Harbour.weightShipByShip\tselect weight from container where ship_id = ?";
    private static final String OTHERS =
            "ID\tn-plus-one\tharbour.BaselineTest$Others#weightToo\tharbour.Harbour.weightShipByShip\tselect weight from container where ship_id = ?";

    @Test
    void onlyNewFindingsFail() throws IOException {
        Path file = folder.resolve("accepted").resolve("baseline.txt");
        assertThat(run(updating(file), false, false, Ships.class).failures()).isEmpty();
        assertThat(Files.readString(file)).startsWith(HEADER);
        assertThat(lines(file)).containsExactly(SHIPS);

        assertThat(run(checking(file), false, false, Ships.class).failures()).isEmpty();
        assertThat(run(checking(file), false, false, Others.class).failures())
                .as("known by its id in whatever test")
                .isEmpty();
        Outcome worse = run(checking(file), false, true, Ships.class);
        assertThat(worse.with(FAILED)).containsExactly("arrival()");
        assertThat(worse.message("arrival()")).startsWith("Expected no findings, but there are");
    }

    @Test
    void anUpdateReplacesWhatItsTestsHadAndKeepsTheRest() throws IOException {
        Path file = folder.resolve("baseline.txt");
        run(updating(file), false, false, Ships.class);
        run(updating(file), false, false, Others.class);
        assertThat(lines(file)).containsExactly(OTHERS, SHIPS);
        run(updating(file), true, false, Ships.class);
        assertThat(lines(file)).containsExactly(OTHERS);
    }

    @Test
    void whatIsNotFoundAnyMoreIsTold() {
        Path file = folder.resolve("baseline.txt");
        run(updating(file), false, false, Ships.class, Others.class);
        try (Logged log = Logged.under("dev.plimsoll.test")) {
            assertThat(run(checking(file), true, false, Ships.class).with(SUCCESSFUL))
                    .hasSize(2);
            assertThat(log.byThisThread())
                    .extracting(event -> event.getFormattedMessage().replaceAll(" [0-9a-f]{12} ", " ID "))
                    .containsExactly(file + " accepts n-plus-one ID at harbour.Harbour.weightShipByShip in"
                            + " harbour.BaselineTest$Ships#weight, which is not found any more;"
                            + " -Dplimsoll.test.baseline.update=true removes it");
        }
    }

    @Test
    void aFileThatIsNotThereIsToldToEachTest() {
        Path file = folder.resolve("missing.txt");
        assertThat(run(checking(file), false, false, Others.class).message("weightToo()"))
                .isEqualTo("plimsoll.test.baseline names " + file
                        + ", which is not there; -Dplimsoll.test.baseline.update=true writes it");
    }

    @Test
    void aLineThatIsSomethingElseIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("garbled.txt"), HEADER + "\n<<<<<<< HEAD\n");
        assertThat(run(checking(file), false, false, Others.class).message("weightToo()"))
                .isEqualTo("plimsoll.test.baseline names " + file
                        + ", whose line 4 cannot be read: '<<<<<<< HEAD'; it must be id, kind, test, place and statement"
                        + " with tabs between them. Delete it, and -Dplimsoll.test.baseline.update=true writes it");
    }

    @Test
    void anUpdateOfNothingIsRefused() {
        Map<String, String> parameters = Map.of("plimsoll.test.baseline.update", "true");
        assertThat(run(parameters, false, false, Others.class).message("weightToo()"))
                .isEqualTo("plimsoll.test.baseline.update is true, but plimsoll.test.baseline names no file");
    }
}
