package dev.plimsoll.postgres;

import static dev.plimsoll.route.Failure.LOST;
import static dev.plimsoll.route.Failure.OF_STATEMENT;
import static dev.plimsoll.route.Failure.POOL_EXHAUSTED;
import static dev.plimsoll.route.Failure.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.route.Failure;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailuresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25006 | ERROR: cannot execute INSERT in a read-only transaction                            | REFUSED
            0A000 | ERROR: cannot access temporary or unlogged relations during recovery               | REFUSED
            0A000 | ERROR: cannot use serializable mode in a hot standby                               | REFUSED
            0A000 | FEHLER: während der Wiederherstellung kann nicht auf Tabellen zugegriffen werden   | REFUSED
            0A000 | ERROR: cached plan must not change result type                                     | OF_STATEMENT
            55000 | ERROR: currval of sequence "s" is not yet defined in this session                  | REFUSED
            XX000 | ERROR: cannot assign OIDs during recovery                                          | REFUSED
            XX000 | ERROR: cache lookup failed for relation 7                                          | OF_STATEMENT
            40001 | ERROR: canceling statement due to conflict with recovery                           | CONFLICT
            40001 | FATAL: terminating connection due to conflict with recovery                        | CONFLICT_FATAL
            40P01 | ERROR: deadlock detected                                                           | CONFLICT
            57P01 | FATAL: terminating connection due to administrator command                         | LOST
            57P02 | WARNING: terminating connection because of crash of another server process         | LOST
            08006 | An I/O error occurred while sending to the backend.                                | LOST
            08001 | Connection to localhost:5432 refused.                                              | LOST
            08003 | This connection has been closed.                                                   | LOST
            28P01 | FATAL: password authentication failed for user "app"                               | LOST
            57P03 | FATAL: the database system is starting up                                          | UNAVAILABLE
            57P03 | FATAL: the database system is not yet accepting connections                        | UNAVAILABLE
            53300 | FATAL: sorry, too many clients already                                             | POOL_EXHAUSTED
            42P01 | ERROR: relation "t" does not exist                                                 | MISSING
            42703 | ERROR: column "c" does not exist                                                   | MISSING
            22012 | ERROR: division by zero                                                            | OF_STATEMENT
            57014 | ERROR: canceling statement due to user request                                     | OF_STATEMENT
            """)
    void aFailureOnAReplicaThatIsBehindMeansThis(String state, String text, Failure meaning) {
        assertThat(SqlFailures.failure(new SQLException(text, state), true, true))
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"25006", "0A000", "55000", "40001", "40P01", "42P01", "42703", "23505"})
    void onThePrimaryTheSameIsTheStatementsOwn(String state) {
        assertThat(SqlFailures.failure(new SQLException("ERROR: text", state), false, true))
                .isEqualTo(OF_STATEMENT);
    }

    @Test
    void whatIsMissingOnAReplicaThatHasReplayedEverythingIsMissingEverywhere() {
        assertThat(SqlFailures.failure(new SQLException("ERROR: text", "42P01"), true, false))
                .isEqualTo(OF_STATEMENT);
    }

    @Test
    void aPoolThatOnlyWaitedIsExhausted() {
        assertThat(SqlFailures.failure(
                        new SQLTransientConnectionException("pool - Connection is not available"), true, false))
                .isEqualTo(POOL_EXHAUSTED);
        assertThat(SqlFailures.failure(new SQLTimeoutException("no connection in time"), true, false))
                .isEqualTo(POOL_EXHAUSTED);
    }

    @Test
    void aPoolThatCouldNotConnectSaysWhy() {
        assertThat(poolBecauseOf("08001")).isEqualTo(LOST);
        assertThat(poolBecauseOf("28P01")).isEqualTo(LOST);
        assertThat(poolBecauseOf("57P03")).isEqualTo(UNAVAILABLE);
        assertThat(poolBecauseOf("53300")).isEqualTo(POOL_EXHAUSTED);
    }

    private static Failure poolBecauseOf(String state) {
        SQLException cause = new SQLException("refused", state);
        return SqlFailures.failure(new SQLTransientConnectionException("not available", state, cause), true, false);
    }

    @Test
    void anExceptionWithoutStateIsKnownByItsClass() {
        assertThat(SqlFailures.failure(new SQLNonTransientConnectionException("gone"), true, false))
                .isEqualTo(LOST);
        assertThat(SqlFailures.failure(new SQLException("what?"), true, true)).isEqualTo(OF_STATEMENT);
    }

    @ParameterizedTest
    @CsvSource({"08006", "08003", "08007", "40003", "57P01", "57P02", "57014", "58030", "XX000"})
    void aCommitThatFailedSoMayHaveHappened(String state) {
        assertThat(SqlFailures.isInDoubt(new SQLException("text", state))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"23505", "23503", "40001", "40P01", "25P02", "P0001", "53100"})
    void aCommitThatTheServerRefusedHasNot(String state) {
        assertThat(SqlFailures.isInDoubt(new SQLException("text", state))).isFalse();
    }

    @Test
    void whatNobodyUnderstandsIsInDoubt() {
        assertThat(SqlFailures.isInDoubt(new SQLException("text"))).isTrue();
        assertThat(SqlFailures.isInDoubt(new SQLTimeoutException("text", "HYT00")))
                .isTrue();
    }

    // T23
    @Test
    void aPrimaryThatRefusesToWriteIsNone() {
        assertThat(SqlFailures.isDemotion(new SQLException("text", "25006"))).isTrue();
        assertThat(SqlFailures.isDemotion(new SQLException("text", "42501"))).isFalse();
    }
}
