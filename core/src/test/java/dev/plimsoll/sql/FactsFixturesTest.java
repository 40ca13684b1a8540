package dev.plimsoll.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each text of a fixture has the facts that its other lines name. */
class FactsFixturesTest {

    @TestFactory
    Stream<DynamicTest> facts() {
        return Fixture.load("facts").stream()
                .flatMap(Fixture::cases)
                .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check(fixture)));
    }

    private static void check(Fixture.Case fixture) {
        SqlFacts facts = fixture.facts();
        for (String expectation : fixture.fixture().expectations()) {
            String[] parts = expectation.split(": ?", 2);
            assertThat(fact(facts, parts[0]))
                    .as(parts[0] + " of " + fixture.name())
                    .isEqualTo(parts[1]);
        }
    }

    private static String fact(SqlFacts facts, String name) {
        return switch (name) {
            case "shape" -> facts.shape();
            case "verb" -> facts.verb().toString();
            case "access" -> facts.access().toString();
            case "writes" -> String.valueOf(facts.writes());
            case "work" -> String.valueOf(facts.isWork());
            case "tables" -> String.join(" ", facts.tables());
            case "functions" -> String.join(" ", facts.functions());
            case "parameters" -> String.valueOf(facts.parameterCount());
            case "values" -> String.valueOf(facts.valueCount());
            case "slots" -> facts.slots().stream().map(FactsFixturesTest::slot).collect(Collectors.joining(" "));
            case "in" -> facts.largestIn() == null ? "none" : slot(facts.largestIn());
            case "limit" -> rowCount(facts.limit());
            case "offset" -> rowCount(facts.offset());
            case "ordered" -> String.valueOf(facts.ordered());
            case "limitOrder" -> facts.limitOrder().toString();
            case "statements" -> String.valueOf(facts.statements());
            case "schema" -> String.valueOf(facts.switchedSchema());
            case "partial" -> String.valueOf(facts.partial());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String slot(Slot slot) {
        String column = slot.column() == null ? "" : "(" + slot.column() + ")";
        return slot.role() + column + "@" + slot.first() + (slot.count() > 1 ? "x" + slot.count() : "");
    }

    private static String rowCount(SqlFacts.RowCount count) {
        if (count == null) {
            return "none";
        }
        return count.parameter() > 0 ? "?" + count.parameter() : String.valueOf(count.literal());
    }
}
