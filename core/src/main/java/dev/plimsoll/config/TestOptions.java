package dev.plimsoll.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Options of tests, checked.
 *
 * @param baseline the file of findings that are accepted
 * @param updatesBaseline whether that file is written instead of obeyed
 * @param sarif the file for findings in SARIF
 * @param junitXml the file for findings in the format of JUnit's XML reports
 */
public record TestOptions(
        Optional<Path> baseline, boolean updatesBaseline, Optional<Path> sarif, Optional<Path> junitXml) {

    /**
     * Options as the test engine knows them by their full keys, completed by system properties, then by {@code plimsoll.properties}.
     *
     * @throws InvalidOptionException if one has a value that is not legal
     */
    public static TestOptions of(Function<String, Optional<String>> parameters) {
        Map<String, String> given = new TreeMap<>();
        for (Option option : Option.values()) {
            if (option.key().startsWith("test.")) {
                parameters.apply(Options.PREFIX + option.key()).ifPresent(value -> given.put(option.key(), value));
            }
        }
        OptionReader read = new OptionReader(OptionSources.complete(given));
        Optional<Path> baseline = read.file(Option.TEST_BASELINE);
        boolean updates = read.flag(Option.TEST_BASELINE_UPDATE, false);
        if (updates && baseline.isEmpty()) {
            throw new InvalidOptionException(
                    "plimsoll.test.baseline.update is true, but plimsoll.test.baseline names no file");
        }
        return new TestOptions(baseline, updates, read.file(Option.TEST_SARIF), read.file(Option.TEST_JUNIT_XML));
    }
}
