package dev.plimsoll.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each text of a fixture has one of the access classes after {@code =}. */
class AccessFixturesTest {

    @TestFactory
    Stream<DynamicTest> accessClasses() {
        return Fixture.load("access").stream()
                .flatMap(Fixture::cases)
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check(fixture)));
    }

    private static void check(Fixture.Case fixture) {
        List<AccessClass> expected = fixture.fixture().expectations().stream()
                .map(line -> AccessClass.valueOf(line.substring(2)))
                .toList();
        assertThat(expected).hasSize(1);
        assertThat(fixture.facts().access()).as(fixture.name()).isEqualTo(expected.get(0));
    }
}
