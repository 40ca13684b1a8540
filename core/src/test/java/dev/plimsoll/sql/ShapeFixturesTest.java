package dev.plimsoll.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each text of a fixture has the shape after {@code =}; none has the fingerprint of a text after {@code !}. */
class ShapeFixturesTest {

    @TestFactory
    Stream<DynamicTest> shapes() {
        return Fixture.load("shape").stream()
                .flatMap(Fixture::cases)
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check(fixture)));
    }

    private static void check(Fixture.Case fixture) {
        SqlFacts facts = fixture.facts();
        for (String expectation : fixture.fixture().expectations()) {
            String text = expectation.substring(2);
            SqlFacts other = new SqlAnalyzer(fixture.dialect()).facts(text);
            if (expectation.startsWith("= ")) {
                assertThat(facts.shape()).as(fixture.name()).isEqualTo(text);
                assertThat(facts.fingerprint()).as("the shape read again").isEqualTo(other.fingerprint());
                assertThat(other.shape()).as("the shape read again").isEqualTo(text);
            } else if (expectation.startsWith("! ")) {
                assertThat(facts.fingerprint()).as(text).isNotEqualTo(other.fingerprint());
            } else {
                throw new IllegalArgumentException(expectation);
            }
        }
    }
}
