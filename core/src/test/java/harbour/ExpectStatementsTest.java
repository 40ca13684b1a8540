package harbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.plimsoll.junit.ExpectStatements;
import dev.plimsoll.junit.StatementKind;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** Sample classes are run by their engine, and what they say is looked at. */
class ExpectStatementsTest {

    /** A harbour with five ships, open as long as a sample class runs. */
    abstract static class AtHarbour {
        static Harbour harbour;

        @BeforeAll
        static void open() {
            harbour = Harbour.with("expect-statements", 5);
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

    static class Limits extends AtHarbour {
        @Test
        @ExpectStatements(max = 3)
        void tooMany() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectStatements(max = 6)
        void asManyAsAllowed() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectStatements(exactly = 2)
        void tooFew() throws SQLException {
            harbour.weight();
        }

        @Test
        @ExpectStatements(of = StatementKind.SELECT, min = 1, max = 2)
        @ExpectStatements(of = StatementKind.INSERT, exactly = 0)
        void anotherKind() throws SQLException {
            harbour.arrive(77);
        }

        @Test
        @ExpectStatements(max = 0)
        void nothing() {}
    }

    @Test
    void aTestThatExecutesTooManyStatementsFailsAndListsThem() {
        Outcome outcome = Outcome.of(Limits.class);
        assertThat(outcome.message("tooMany()")).isEqualTo("""
                Expected at most 3 statements, but 6 were executed
                6 statements:
                     5 × select weight from container where ship_id = ?
                         at harbour.Harbour.weightShipByShip(Harbour.java:L)
                     1 × select id from ship order by id
                         at harbour.Harbour.ships(Harbour.java:L)""");
        assertThat(outcome.failure("tooMany()")).isInstanceOfSatisfying(AssertionFailedError.class, error -> {
            assertThat(error.getExpected().getValue()).isEqualTo("at most 3");
            assertThat(error.getActual().getValue()).isEqualTo(6L);
        });
    }

    @Test
    void exactlyAndMinimaAndKindsAreHeld() {
        Outcome outcome = Outcome.of(Limits.class);
        assertThat(outcome.message("tooFew()")).isEqualTo("""
                Expected exactly 2 statements, but 1 was executed
                1 statement:
                     1 × select sum(weight) from container
                         at harbour.Harbour.weight(Harbour.java:L)""");
        assertThat(outcome.failure("anotherKind()")).isInstanceOf(MultipleFailuresError.class);
        assertThat(((MultipleFailuresError) outcome.failure("anotherKind()")).getFailures())
                .extracting(failure -> Outcome.plain(failure.getMessage()))
                .containsExactly("Expected 1 to 2 selects, but none was executed", """
                        Expected exactly 0 inserts, but 1 was executed
                        1 statement:
                             1 × insert into ship values (?, ?)..
                                 at harbour.Harbour.arrive(Harbour.java:L)""");
        assertThat(outcome.with(SUCCESSFUL)).containsExactly("asManyAsAllowed()", "nothing()");
    }

    static class Unwatched {
        @Test
        @ExpectStatements(min = 1)
        void page() {}
    }

    @Test
    void aMinimumIsNotMetByATestThatPlimsollDoesNotSee() {
        assertThat(Outcome.of(Unwatched.class).message("page()")).isEqualTo("""
                Expected at least 1 statement, but none was executed
                Nothing was executed through a data source that Plimsoll watches. Watch it with Plimsoll.wrap(…) or with \
                jdbc:plimsoll: in its URL, and take the unit to threads that the test starts with \
                UnitOfWork.current().wrap(task).""");
    }

    @ExpectStatements(max = 1)
    static class SetUp extends AtHarbour {
        @BeforeAll
        static void before() throws SQLException {
            harbour.weightShipByShip();
        }

        @BeforeEach
        void set() throws SQLException {
            harbour.weightShipByShip();
        }

        @AfterEach
        void clean() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        void page() throws SQLException {
            harbour.weight();
        }
    }

    @Test
    void setUpAndCleanUpDoNotCount() {
        assertThat(Outcome.of(SetUp.class).with(SUCCESSFUL)).containsExactly("page()");
    }

    static class OwnFailures extends AtHarbour {
        @Test
        @ExpectStatements(exactly = 1)
        void fails() throws SQLException {
            harbour.weightShipByShip();
            throw new IllegalStateException("the test's own");
        }

        @Test
        @ExpectStatements(min = 1)
        void failsEarly() {
            throw new IllegalStateException("the test's own");
        }

        @Test
        @ExpectStatements(min = 1)
        void isAborted() {
            Assumptions.abort("not here");
        }
    }

    @Test
    void theTestsOwnFailureStaysAndOursIsSuppressed() {
        Outcome outcome = Outcome.of(OwnFailures.class);
        assertThat(outcome.failure("fails()")).hasMessage("the test's own");
        assertThat(outcome.failure("fails()").getSuppressed())
                .filteredOn(AssertionFailedError.class::isInstance)
                .singleElement()
                .satisfies(ours -> assertThat(ours).hasMessageStartingWith("Expected exactly 1 statement, but 6"));
        assertThat(outcome.failure("failsEarly()").getSuppressed())
                .as("nothing is missed in a test that did not come to its end")
                .noneMatch(AssertionFailedError.class::isInstance);
        assertThat(outcome.with(ABORTED)).containsExactly("isAborted()");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ExpectStatements(max = 1)
    @interface OneQuery {}

    @ExpectStatements(max = 1)
    @ExpectStatements(of = StatementKind.INSERT, exactly = 0)
    static class Inherited extends AtHarbour {
        @Test
        @ExpectStatements(max = 6)
        void methodReplacesClass() throws SQLException {
            harbour.weightShipByShip();
        }

        @Test
        @ExpectStatements(max = 6)
        void theOtherKindStays() throws SQLException {
            harbour.arrive(88);
        }

        @Nested
        class Inner {
            @Test
            void nested() throws SQLException {
                harbour.weightShipByShip();
            }
        }
    }

    static class Derived extends Inherited {
        @Test
        void derived() throws SQLException {
            harbour.weightShipByShip();
        }
    }

    static class Composed extends AtHarbour {
        @OneQuery
        @Test
        void composed() throws SQLException {
            harbour.weightShipByShip();
        }
    }

    @Test
    void annotationsAreInheritedNestedAndComposedAndTheClosestCounts() {
        Outcome inherited = Outcome.of(Inherited.class);
        assertThat(inherited.with(SUCCESSFUL)).containsExactly("methodReplacesClass()");
        assertThat(inherited.message("theOtherKindStays()")).startsWith("Expected exactly 0 inserts, but 1");
        assertThat(inherited.message("nested()")).startsWith("Expected at most 1 statement, but 6");
        assertThat(Outcome.of(Derived.class).message("derived()")).startsWith("Expected at most 1 statement, but 6");
        assertThat(Outcome.of(Composed.class).message("composed()")).startsWith("Expected at most 1 statement, but 6");
    }

    static class Wrong {
        @Test
        @ExpectStatements(max = -3)
        void negative() {}

        @Test
        @ExpectStatements
        void empty() {}

        @Test
        @ExpectStatements(exactly = 1, max = 2)
        void contradictory() {}

        @Test
        @ExpectStatements(min = 3, max = 2)
        void reversed() {}

        @Test
        @ExpectStatements(max = 2)
        @ExpectStatements(max = 3)
        void twice() {}
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Outcome outcome = Outcome.of(Wrong.class);
        String on = "@ExpectStatements on harbour.ExpectStatementsTest$Wrong.";
        assertThat(outcome.message("negative()")).isEqualTo(on + "negative has max = -3, but it must be 0 or more");
        assertThat(outcome.message("empty()")).isEqualTo(on + "empty gives no number; give max, min or exactly");
        assertThat(outcome.message("contradictory()"))
                .isEqualTo(on + "contradictory gives exactly beside min or max; give exactly alone, or min and max");
        assertThat(outcome.message("reversed()"))
                .isEqualTo(on + "reversed has min = 3 and max = 2, but min must not be more than max");
        assertThat(outcome.message("twice()")).isEqualTo(on + "twice is there twice for of = ANY");
    }
}
