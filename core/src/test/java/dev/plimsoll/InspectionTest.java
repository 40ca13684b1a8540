package dev.plimsoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.FindingDraft;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Thresholds;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.testing.Logged;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectionTest {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> repetitions = new ArrayList<>();
    private final JdbcDataSource h2 = new JdbcDataSource();
    private Connection keepsDatabase;
    private Logged log;

    @BeforeEach
    void open() throws SQLException {
        h2.setURL("jdbc:h2:mem:inspection");
        keepsDatabase = h2.getConnection();
        try (Statement statement = keepsDatabase.createStatement()) {
            statement.execute("create table item(id int primary key, name varchar)");
            statement.execute("insert into item select x, 'item ' || x from system_range(1, 2000)");
        }
        log = Logged.under("dev.plimsoll");
    }

    @AfterEach
    void noConnectionIsLeft() throws SQLException {
        log.close();
        try (Statement statement = keepsDatabase.createStatement();
                var sessions = statement.executeQuery("select count(*) from information_schema.sessions")) {
            sessions.next();
            assertThat(sessions.getInt(1)).as("open connections").isEqualTo(1);
        }
        keepsDatabase.close();
    }

    private Plimsoll.Builder watching() {
        return Plimsoll.builder(h2)
                .option("application-packages", InspectionTest.class.getName())
                .reporter(new Collecting());
    }

    private final class Collecting implements Reporter {
        @Override
        public void report(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void repeated(Finding finding, long times) {
            repetitions.add(times);
        }
    }

    /** Looks items up one by one, in a unit of its own. */
    private static int lookUp(DataSource dataSource, int items) throws Exception {
        return UnitOfWork.run("look up", () -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement("select name from item where id = ?")) {
                int found = 0;
                for (int id = 1; id <= items; id++) {
                    statement.setInt(1, id);
                    try (var rows = statement.executeQuery()) {
                        found += rows.next() ? 1 : 0;
                    }
                }
                return found;
            }
        });
    }

    @Test
    void aFindingIsReportedOnceAndThenCounted() throws Exception {
        DataSource watched = watching().wrap();
        for (int i = 0; i < 3; i++) {
            assertThat(lookUp(watched, 7)).isEqualTo(7);
        }
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("n-plus-one");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.unit()).isEqualTo("look up");
            assertThat(finding.callSite()).startsWith("dev.plimsoll.InspectionTest.lookUp(InspectionTest.java:");
            assertThat(finding.id()).matches("[0-9a-f]{12}");
        });
        assertThat(repetitions).containsExactly(2L, 3L);
    }

    @Test
    void aFindingIsNewsAgainWhenItsSeverityRises() throws Exception {
        DataSource watched = watching().wrap();
        lookUp(watched, 7);
        lookUp(watched, 40);
        lookUp(watched, 7);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING, Severity.ERROR);
        assertThat(repetitions).containsExactly(3L);
    }

    @Test
    void findingsAreSilencedByKindIdAndMethod() throws Exception {
        lookUp(watching().wrap(), 7);
        String id = findings.remove(0).id();
        lookUp(watching().option("silence", id).wrap(), 7);
        lookUp(watching().option("silence", "deep-offset, n-plus-one").wrap(), 7);
        lookUp(
                watching()
                        .option("plimsoll.silence", "n-plus-one@dev.plimsoll.InspectionTest#lookUp")
                        .wrap(),
                7);
        assertThat(findings).isEmpty();
        lookUp(
                watching()
                        .option("silence", "n-plus-one@dev.plimsoll.InspectionTest#other")
                        .wrap(),
                7);
        assertThat(findings).hasSize(1);
    }

    @Test
    void aSilencedKindThatNothingFindsIsRefusedWithTheKindsThatThereAre() {
        assertThatThrownBy(() ->
                        watching().option("silence", "deep-offset,n-plus-oen").wrap())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("plimsoll.silence has 'n-plus-oen', which is neither the id of a finding nor a"
                        + " kind: commit-per-save, deep-offset, ");
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:plimsoll:h2:mem:x;plimsoll.silence=n-plus-oen"))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("plimsoll.silence has 'n-plus-oen'");
    }

    @Test
    void aKindOfTheUsersOwnDetectorMayBeSilenced() throws Exception {
        assertThat(watching()
                        .detector(new ThrowingDetector(new ArrayList<>()))
                        .option("silence", new ThrowingDetector(new ArrayList<>()).kind())
                        .wrap())
                .isNotNull();
    }

    @Test
    void aSilencedKindInASharedSourceMayBeOneOfADataSourceThatComesLater() {
        System.setProperty("plimsoll.silence", "not-made-yet");
        try {
            assertThat(watching().wrap()).isNotNull();
        } finally {
            System.clearProperty("plimsoll.silence");
        }
    }

    @Test
    void aDetectorThatThrowsIsLoggedOnceAndSwitchedOff() throws Exception {
        List<String> asked = new ArrayList<>();
        DataSource watched = watching().detector(new ThrowingDetector(asked)).wrap();
        assertThat(lookUp(watched, 7)).isEqualTo(7);
        assertThat(lookUp(watched, 7)).isEqualTo(7);
        assertThat(asked).hasSize(1);
        assertThat(findings).as("of the others").hasSize(1);
        assertThat(warnings())
                .containsExactly(
                        "Plimsoll failed in detector " + ThrowingDetector.class.getName()
                                + ", which is switched off; the application is not affected; further failures there are not logged");
    }

    private record ThrowingDetector(List<String> asked) implements Detector {
        @Override
        public String kind() {
            return "throwing";
        }

        @Override
        public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
            asked.add(unit.name());
            throw new IllegalStateException("a detector of the user's");
        }
    }

    @Test
    void aReporterThatThrowsIsLoggedOnceAndSwitchedOff() throws Exception {
        Reporter throwing = finding -> {
            throw new IllegalStateException("a reporter of the user's");
        };
        DataSource watched = Plimsoll.builder(h2)
                .reporter(throwing)
                .reporter(new Collecting())
                .wrap();
        assertThat(lookUp(watched, 7)).isEqualTo(7);
        assertThat(lookUp(watched, 40)).isEqualTo(40);
        assertThat(findings).hasSize(2);
        assertThat(warnings()).singleElement().asString().startsWith("Plimsoll failed in reporter ");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid() throws Exception {
        DataSource watched =
                watching().option("report.json", "/dev/null/findings.jsonl").wrap();
        assertThat(lookUp(watched, 7)).isEqualTo(7);
        assertThat(findings).hasSize(1);
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Plimsoll failed in reporter dev.plimsoll.report.JsonLinesReporter");
    }

    private List<String> warnings() {
        return log.byThisThread()
                .filter(event -> event.getLoggerName().equals("dev.plimsoll"))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void detectorsOfTheUserAreFoundAsServices() throws Exception {
        lookUp(watching().wrap(), 1);
        assertThat(findings).isEmpty();
        DataSource watched = watching().wrap();
        UnitOfWork.run(NamedUnit.UNIT, () -> {
            try (Connection connection = watched.getConnection();
                    Statement statement = connection.createStatement()) {
                return statement.execute("select count(*) from item");
            }
        });
        assertThat(findings).extracting(Finding::kind).containsExactly("named-unit");
    }

    /** A detector of a user's, found through {@link java.util.ServiceLoader}. */
    public static final class NamedUnit implements Detector {
        static final String UNIT = "a unit that its own detector waits for";

        @Override
        public String kind() {
            return "named-unit";
        }

        @Override
        public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {
            if (unit.name().equals(UNIT)) {
                findings.accept(
                        FindingDraft.of(kind(), unit, unit.statements().get(0)).build());
            }
        }
    }

    @Test
    void theProfileDecidesHowEarlyADetectorSpeaks() throws Exception {
        lookUp(watching().profile(Profile.DEV).wrap(), 4);
        assertThat(findings).isEmpty();
        lookUp(watching().profile(Profile.TEST).wrap(), 4);
        assertThat(findings).hasSize(1);
    }

    @Test
    void aWrongOptionIsRefusedWhenTheDataSourceIsWrapped() {
        assertThatThrownBy(() -> watching().option("n-plus-one.exeutions", "3").wrap())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("did you mean 'plimsoll.n-plus-one.executions'?");
    }

    @Test
    void switchedOffNothingIsWrapped() {
        assertThat(watching().option("enabled", "false").wrap()).isSameAs(h2);
    }

    @Test
    void theLogShowsAFindingAsABlockThatNamesWhatToMend() throws Exception {
        lookUp(watching().wrap(), 7);
        assertThat(log.byThisThread()).singleElement().satisfies(event -> {
            assertThat(event.getLoggerName()).isEqualTo("dev.plimsoll.findings");
            assertThat(event.getFormattedMessage())
                    .startsWith("n-plus-one in \"look up\": 7 times, up to ")
                    .contains(
                            "InspectionTest.lookUp(InspectionTest.java:", "select name from item where id = ?", "mend");
        });
    }
}
