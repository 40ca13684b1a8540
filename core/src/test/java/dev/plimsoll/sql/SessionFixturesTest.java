package dev.plimsoll.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each text of a fixture leaves behind on its connection, sets, and says of its transaction what the lines after it say. */
class SessionFixturesTest {

    @TestFactory
    Stream<DynamicTest> sessionEffects() {
        return Fixture.load("session").stream()
                .flatMap(Fixture::cases)
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check(fixture)));
    }

    private static void check(Fixture.Case fixture) {
        SqlFacts facts = fixture.facts();
        List<String> told = List.of(
                "effect " + facts.sessionEffect(),
                "setting " + told(facts.setting()),
                "mode " + facts.transactionMode());
        assertThat(told).containsAll(fixture.fixture().expectations());
    }

    private static String told(Setting setting) {
        return setting == null
                ? "none"
                : setting.name() + (setting.local() ? " local " : " ") + setting.synchronousCommit();
    }
}
