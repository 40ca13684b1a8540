package harbour;

import static dev.plimsoll.junit.PlimsollAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plimsoll.junit.ExpectStatements;
import dev.plimsoll.junit.RecordedStatement;
import dev.plimsoll.junit.ScaleCheck;
import dev.plimsoll.junit.StatementKind;
import dev.plimsoll.junit.StatementRecording;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Recordings by hand, what is asserted of them, and whether statements grow with the data. */
class RecordingTest {
    private Harbour harbour;

    @BeforeEach
    void open() {
        harbour = Harbour.with("recording", 5);
    }

    @AfterEach
    void close() {
        harbour.close();
    }

    @Test
    void aRecordingHoldsStatementsWithCountsAndPlaces() throws SQLException {
        StatementRecording recording = StatementRecording.record(() -> harbour.weightShipByShip());
        assertThat(recording.count()).isEqualTo(6);
        assertThat(recording.count(StatementKind.INSERT)).isZero();
        assertThat(recording.statements())
                .extracting(RecordedStatement::shape, RecordedStatement::executions, RecordedStatement::rows)
                .containsExactly(
                        tuple("select id from ship order by id", 1L, 5L),
                        tuple("select weight from container where ship_id = ?", 5L, 5L));
        assertThat(recording.statements().get(0).callSite()).startsWith("harbour.Harbour.ships(Harbour.java:");
        assertThat(recording)
                .hasStatements(6)
                .hasAtMostStatements(StatementKind.SELECT, 6)
                .hasFinding("n-plus-one");
    }

    @Test
    @ExpectStatements(exactly = 6)
    void aRecordingIsPartOfTheTestAroundIt() throws SQLException {
        assertThat(StatementRecording.record(() -> harbour.weightShipByShip())).hasStatements(6);
    }

    @Test
    void whatTheBlockThrowsIsThrown() {
        SQLException failure = new SQLException("the block's own");
        assertThatThrownBy(() -> StatementRecording.record(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void assertionsFailWithTheStatements() throws SQLException {
        StatementRecording recording = StatementRecording.record(() -> harbour.weight());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(recording).hasStatements(StatementKind.SELECT, 2))
                .extracting(failure -> Outcome.plain(failure.getMessage()).strip())
                .isEqualTo("""
                        Expected exactly 2 selects, but 1 was executed
                        1 statement:
                             1 × select sum(weight) from container
                                 at harbour.Harbour.weight(Harbour.java:L)""");
        assertThatThrownBy(() -> assertThat(recording).hasFinding("n-plus-one"))
                .hasMessageContaining("Expected a finding of kind n-plus-one, but found [] in 1 statement:");
    }

    @Test
    void findingsAreAssertedWithExceptions() throws SQLException {
        StatementRecording recording = StatementRecording.record(() -> harbour.weightShipByShip());
        assertThat(recording).hasNoFindingsExcept("n-plus-one");
        assertThatThrownBy(() -> assertThat(recording).hasNoFindings())
                .hasMessageContaining("Expected no findings, but there is 1:")
                .hasMessageContaining("5 × select weight from container where ship_id = ?");
    }

    @Test
    void nothingWatchedIsSaidSo() {
        assertThatThrownBy(() -> assertThat(StatementRecording.record(() -> {})).hasStatements(1))
                .hasMessageContaining("Expected exactly 1 statement, but none was executed")
                .hasMessageContaining("Nothing was executed through a data source that Plimsoll watches.");
    }

    @Test
    void statementsThatGrowWithTheDataAreNamed() throws Exception {
        ScaleCheck.of(harbour::moor, harbour::weight).verify(10, 100);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() ->
                        ScaleCheck.of(harbour::moor, harbour::weightShipByShip).verify(10, 100))
                .extracting(failure -> Outcome.plain(failure.getMessage()))
                .isEqualTo("""
                        The number of statements grows with the size: 11 at size 10, 101 at size 100
                            10 → 100 × select weight from container where ship_id = ?
                                 at harbour.Harbour.weightShipByShip(Harbour.java:L)""");
    }

    @Test
    void someGrowthIsTolerated() throws Exception {
        ScaleCheck check = ScaleCheck.of(harbour::moor, harbour::weightShipByShip);
        check.tolerating(2).verify(3, 5);
        assertThatThrownBy(() -> check.tolerating(1).verify(3, 5)).isInstanceOf(AssertionFailedError.class);
    }

    @Test
    void thePreparationDoesNotCountAndItsFailureIsTheTests() throws Exception {
        ScaleCheck.of(
                        size -> {
                            for (int i = 0; i < size; i++) {
                                harbour.weight();
                            }
                        },
                        harbour::weight)
                .verify(1, 20);
        SQLException failure = new SQLException("no data");
        assertThatThrownBy(() -> ScaleCheck.of(
                                size -> {
                                    throw failure;
                                },
                                harbour::weight)
                        .verify(1, 2))
                .isSameAs(failure);
    }

    @Test
    void aScaleCheckOfNothingFailsAndWrongSizesAreRefused() {
        ScaleCheck nothing = ScaleCheck.of(size -> {}, () -> {});
        assertThatThrownBy(() -> nothing.verify(1, 2)).hasMessageStartingWith("Nothing was executed through");
        assertThatThrownBy(() -> nothing.verify(10, 10))
                .hasMessage("sizes 10 and 10, but the second must be larger than the first");
        assertThatThrownBy(() -> nothing.tolerating(-1))
                .hasMessage("tolerating -1 statements, but it must be 0 or more");
    }
}
