package harbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Thresholds;
import dev.plimsoll.finding.Confidence;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.junit.ExpectFindings;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.ExpectStatements;
import dev.plimsoll.junit.PlimsollExtension;
import dev.plimsoll.work.ObservedUnit;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.MultipleFailuresError;

/** Sample classes are run by their engine, and what they say is looked at. */
class ExpectFindingsTest {

    abstract static class AtHarbour {
        static Harbour harbour;

        @BeforeAll
        static void open() {
            harbour = Harbour.with("expect-findings", 5);
        }

        @AfterAll
        static void close() {
            harbour.close();
        }
    }

    @ExpectNoFindings
    static class None extends AtHarbour {
        @Test
        void broken() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        void mended() throws SQLException {
            harbour.weight();
        }

        @Test
        @ExpectNoFindings(except = "n-plus-one")
        void exceptKind() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectNoFindings(except = {"deep-offset", "n-plus-one@harbour.Harbour#weightShipByShip"})
        void exceptKindAtMethod() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectNoFindings(except = "n-plus-one@harbour.Harbour#ships")
        void exceptAtAnotherMethod() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectNoFindings(severity = Severity.ERROR)
        void onlyErrors() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectNoFindings(confidence = Confidence.CONFIRMED)
        void confirmed() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectStatements(max = 2)
        void both() throws SQLException {
            harbour.weightShipByShip();
        }
    }

    @Test
    void aFindingFailsATestAndIsPrinted() {
        assertThat(Outcome.of(None.class).message("broken()")).isEqualTo("""
                Expected no findings, but there is 1:
                WARNING n-plus-one in "None.broken": 5 times, up to T lost, confirmed
                    at          harbour.Harbour.weightShipByShip(Harbour.java:L)
                    sql         select weight from container where ship_id = ?
                    parent      select id from ship order by id at harbour.Harbour.ships(Harbour.java:L)
                    column      `id` of those rows holds 5 of 5 values looked at
                    executions  5, with 5 different values
                    time        T in all, at least T each
                    mend        Each row of `ship` (read at harbour.Harbour.ships) fetched its `container` rows by \
                `ship_id` one query at a time. Load them with the parent: `select … from ship join container on \
                container.ship_id = ship.id` (JPA: join fetch or @EntityGraph), or in one query: `where ship_id in (…)` \
                (Hibernate: @BatchSize or hibernate.default_batch_fetch_size).
                    more        https://plimsoll.dev/detectors/n-plus-one  (id ID)
                6 statements:
                     5 × select weight from container where ship_id = ?
                         at harbour.Harbour.weightShipByShip(Harbour.java:L)
                     1 × select id from ship order by id
                         at harbour.Harbour.ships(Harbour.java:L)""");
    }

    @Test
    void exceptionsSeverityAndConfidenceAreHeld() {
        Outcome outcome = Outcome.of(None.class);
        assertThat(outcome.with(SUCCESSFUL))
                .containsExactly("exceptKind()", "exceptKindAtMethod()", "mended()", "onlyErrors()");
        assertThat(outcome.with(FAILED))
                .containsExactly("both()", "broken()", "confirmed()", "exceptAtAnotherMethod()");
    }

    @Test
    void severalFailuresAreToldTogether() {
        Throwable failure = Outcome.of(None.class).failure("both()");
        assertThat(failure).isInstanceOf(MultipleFailuresError.class);
        assertThat(((MultipleFailuresError) failure).getFailures())
                .extracting(one -> one.getMessage().lines().findFirst().orElseThrow())
                .containsExactly(
                        "Expected at most 2 statements, but 6 were executed", "Expected no findings, but there is 1:");
    }

    @ExpectNoFindings
    @ExpectFindings(kind = "n-plus-one", max = 1)
    static class OfAKind extends AtHarbour {
        @Test
        void isAllowed() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectFindings(kind = "n-plus-one", max = 0)
        void isNotAllowed() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectFindings(kind = "n-plus-one", exactly = 1)
        void isMissed() throws SQLException {
            harbour.weight();
        }
    }

    @Test
    void findingsOfAKindHaveLimitsOfTheirOwn() {
        Outcome outcome = Outcome.of(OfAKind.class);
        assertThat(outcome.with(SUCCESSFUL)).containsExactly("isAllowed()");
        assertThat(outcome.message("isNotAllowed()"))
                .startsWith("Expected exactly 0 findings of kind n-plus-one, but there is 1:\nWARNING n-plus-one in ");
        assertThat(outcome.message("isMissed()"))
                .startsWith("Expected exactly 1 finding of kind n-plus-one, but there are none\n1 statement:");
    }

    static class LeftOpen extends AtHarbour {
        @Test
        @ExpectFindings(kind = "transaction-left-open", exactly = 1)
        void aTransaction() throws SQLException {
            try (var connection = harbour.watched.getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.executeUpdate("update ship set name = 'x' where id = 1");
            }
        }
    }

    @Test
    void aTransactionThatIsLeftOpenIsFoundInTheTestThatLeavesIt() {
        assertThat(Outcome.of(LeftOpen.class).failures()).isEmpty();
    }

    static class Wrong {
        @Test
        @ExpectNoFindings(except = "N+1!")
        void exception() {}

        @Test
        @ExpectNoFindings(except = {"deep-offset", "n-plus-oen"})
        void unknownKind() {}

        @Test
        @ExpectNoFindings(except = "0123456789ab@harbour.Harbour#ships")
        void idAtMethod() {}

        @Test
        @ExpectNoFindings(severity = Severity.INFO)
        void information() {}

        @Test
        @ExpectFindings(kind = "n-plus-oen", max = 1)
        void misspelt() {}

        @Test
        @ExpectFindings(kind = " ", max = 1)
        void noKind() {}
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Outcome outcome = Outcome.of(Wrong.class);
        String on = "on harbour.ExpectFindingsTest$Wrong.";
        assertThat(outcome.message("exception()"))
                .isEqualTo("@ExpectNoFindings " + on
                        + "exception has except = [N+1!], but each must be an id, a kind, or a kind at a method as"
                        + " kind@package.Class#method");
        assertThat(outcome.message("information()"))
                .isEqualTo("@ExpectNoFindings " + on
                        + "information has severity = INFO, but information never fails a test: WARNING or ERROR");
        assertThat(outcome.message("noKind()"))
                .isEqualTo("@ExpectFindings " + on + "noKind names no kind, such as n-plus-one");
    }

    @Test
    void anExceptionOfAnUnknownKindIsRefusedWithTheKindsThatThereAre() {
        Outcome outcome = Outcome.of(Wrong.class);
        String on = "@ExpectNoFindings on harbour.ExpectFindingsTest$Wrong.";
        assertThat(outcome.message("unknownKind()"))
                .startsWith(on + "unknownKind excepts 'n-plus-oen', which is no kind of finding: ")
                .contains(
                        "commit-per-save, deep-offset, ",
                        ", n-plus-one, ",
                        ", transaction-left-open, unbounded-result");
        assertThat(outcome.message("idAtMethod()"))
                .startsWith(on + "idAtMethod excepts '0123456789ab', which is no kind of finding: ");
        assertThat(outcome.message("misspelt()"))
                .startsWith("@ExpectFindings has kind = 'n-plus-oen', which is no kind of finding: ")
                .contains("commit-per-save, deep-offset, ");
    }

    @ExpectNoFindings(except = {"0123456789ab", "a-users-own"})
    static class UsersOwn {
        @Test
        void isKnownOnceADataSourceHasIt() {
            Plimsoll.builder(new JdbcDataSource()).detector(new OwnDetector()).wrap();
        }
    }

    private static final class OwnDetector implements Detector {
        @Override
        public String kind() {
            return "a-users-own";
        }

        @Override
        public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {}
    }

    @Test
    void idsAndKindsOfTheUsersOwnDetectorsMayBeExcepted() {
        assertThat(Outcome.of(UsersOwn.class).with(SUCCESSFUL)).containsExactly("isKnownOnceADataSourceHasIt()");
    }

    @ExtendWith(PlimsollExtension.class)
    static class Unasked extends AtHarbour {
        @Test
        void broken() throws SQLException {
            harbour.weightShipByShip();
        }
    }

    @Test
    void withoutAnnotationsNothingFails() {
        assertThat(Outcome.of(Unasked.class).with(SUCCESSFUL)).containsExactly("broken()");
        assertThat(Outcome.of(Map.of("plimsoll.test.baseline.update", "yes"), Unasked.class)
                        .message("broken()"))
                .isEqualTo("plimsoll.test.baseline.update is 'yes', but must be true or false");
    }
}
