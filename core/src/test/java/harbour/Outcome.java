package harbour;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** How the tests of sample classes came out, by display name. */
record Outcome(Map<String, TestExecutionResult> results, EngineExecutionResults all) {

    static Outcome of(Class<?>... types) {
        return of(Map.of(), types);
    }

    static Outcome of(Map<String, String> parameters, Class<?>... types) {
        EngineExecutionResults all = EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(Stream.of(types).map(type -> selectClass(type)).toArray(ClassSelector[]::new))
                .execute();
        Map<String, TestExecutionResult> results = new TreeMap<>();
        all.testEvents().finished().stream()
                .forEach(event -> results.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class)));
        return new Outcome(results, all);
    }

    /** The failure of a test, or of its class. */
    Throwable failure(String test) {
        TestExecutionResult result = results.get(test);
        if (result == null) {
            throw new AssertionError("no test " + test + " in " + results.keySet() + " and "
                    + all.containerEvents().failed().stream()
                            .map(Event::toString)
                            .toList());
        }
        return result.getThrowable().orElseThrow(() -> new AssertionError(test + " did not fail"));
    }

    /** The failure's message, with line numbers, times and ids as letters. */
    String message(String test) {
        return plain(String.valueOf(failure(test).getMessage()));
    }

    /** The messages of all tests that failed. */
    List<String> failures() {
        return with(Status.FAILED).map(this::message).toList();
    }

    static String plain(String text) {
        return text.replaceAll("\\.java:\\d+\\)", ".java:L)")
                .replaceAll("[\\d.]+ (µs|ms|s)\\b", "T")
                .replaceAll("\\(id [0-9a-f]{12}\\)", "(id ID)")
                .replace("\r", "");
    }

    Stream<String> with(Status status) {
        return results.entrySet().stream()
                .filter(result -> result.getValue().getStatus() == status)
                .map(Map.Entry::getKey);
    }
}
