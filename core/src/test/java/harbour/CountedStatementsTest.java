package harbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.plimsoll.junit.ExpectStatements;
import dev.plimsoll.work.UnitOfWork;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to a test: each invocation, whatever it uses, and nothing of the tests beside it. */
class CountedStatementsTest {

    /** A harbour with five ships, open as long as a sample class runs. */
    abstract static class AtHarbour {
        static Harbour harbour;

        @BeforeAll
        static void open() {
            harbour = Harbour.with("counted-statements", 5);
        }

        @BeforeEach
        void moor() throws SQLException {
            harbour.moor(5);
        }

        @AfterAll
        static void close() {
            harbour.close();
        }
    }

    static class ManyTimes extends AtHarbour {
        @ParameterizedTest(name = "parameter {0}")
        @ValueSource(ints = {1, 2})
        @ExpectStatements(max = 1)
        void parameterized(int times) throws SQLException {
            for (int i = 0; i < times; i++) {
                harbour.weight();
            }
        }

        @RepeatedTest(value = 2, name = "repetition {currentRepetition}")
        @ExpectStatements(max = 1)
        void repeated(RepetitionInfo repetition) throws SQLException {
            parameterized(repetition.getCurrentRepetition());
        }

        @TestFactory
        @ExpectStatements(max = 1)
        Stream<DynamicTest> dynamic() throws SQLException {
            harbour.weightShipByShip();
            return Stream.of(1, 2)
                    .map(times -> DynamicTest.dynamicTest("dynamic " + times, () -> parameterized(times)));
        }
    }

    @Test
    void eachInvocationIsJudgedAlone() {
        Outcome outcome = Outcome.of(ManyTimes.class);
        assertThat(outcome.with(SUCCESSFUL)).containsExactly("dynamic 1", "parameter 1", "repetition 1");
        assertThat(outcome.with(FAILED)).containsExactly("dynamic 2", "parameter 2", "repetition 2");
        assertThat(outcome.all().containerEvents().failed().count()).isZero();
    }

    static class AtTheSameTime extends AtHarbour {
        private static final CountDownLatch TOGETHER = new CountDownLatch(2);

        @TestFactory
        @ExpectStatements(max = 2)
        Stream<DynamicTest> tests() {
            return IntStream.range(0, 40)
                    .mapToObj(number -> DynamicTest.dynamicTest("test " + number, () -> {
                        if (number < 2) {
                            TOGETHER.countDown();
                            TOGETHER.await();
                        }
                        for (int i = 0; i < 1 + number % 3; i++) {
                            harbour.weight();
                        }
                    }));
        }
    }

    @Test
    void testsThatRunAtTheSameTimeAreKeptApart() {
        Outcome outcome = Outcome.of(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                AtTheSameTime.class);
        assertThat(outcome.with(FAILED))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40)
                        .filter(number -> number % 3 == 2)
                        .mapToObj(number -> "test " + number)
                        .toList());
    }

    static class Elsewhere extends AtHarbour {
        @Test
        @ExpectStatements(exactly = 1)
        void inAUnitOfItsOwn() throws Exception {
            UnitOfWork.run("GET /ships", harbour::ships);
        }

        @Test
        @ExpectStatements(exactly = 1)
        void onAnotherThreadThatWasTold() throws Exception {
            Thread thread = new Thread(UnitOfWork.current().wrap(() -> {
                try {
                    harbour.weight();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
            thread.start();
            thread.join();
        }

        @Test
        @ExpectStatements(exactly = 2)
        void onAnotherDataSource() throws Exception {
            try (Harbour other = Harbour.with("counted-statements-elsewhere", 1)) {
                other.weight();
                harbour.weight();
            }
        }

        @Test
        @ExpectStatements(exactly = 1)
        void throughTheUrl() throws Exception {
            try (var connection = DriverManager.getConnection("jdbc:plimsoll:h2:mem:");
                    var statement = connection.createStatement()) {
                statement.execute("select count(*) from information_schema.users");
            }
        }

        @Test
        @ExpectStatements(exactly = 0)
        void silently() {
            UnitOfWork.silently(() -> {
                try {
                    UnitOfWork.run("inside", harbour::weight);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Test
    void itCountsWhateverDataSourceUnitAndThreadATestUses() {
        Outcome outcome = Outcome.of(Elsewhere.class);
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.with(SUCCESSFUL)).hasSize(5);
    }
}
