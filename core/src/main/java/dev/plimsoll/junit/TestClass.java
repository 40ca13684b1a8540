package dev.plimsoll.junit;

import dev.plimsoll.config.TestOptions;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.FindingDocument;
import dev.plimsoll.report.JUnitXml;
import dev.plimsoll.report.Sarif;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What was found in the tests of one class, until JUnit closes it behind the last of them and it goes to the files that the options
 * name. Safe for use by many threads.
 */
@SuppressWarnings("deprecation") // Jupiter closes an AutoCloseable from 5.13 on, and Spring Boot 3.5 brings 5.12
final class TestClass implements AutoCloseable, ExtensionContext.Store.CloseableResource {
    private final TestOptions options;
    private final Optional<Baseline> baseline;
    /** By test, then by id. */
    private final Map<String, Map<String, Finding>> found = new TreeMap<>();

    private final Map<String, Map<String, Finding>> unexpected = new TreeMap<>();
    private final Set<String> unfinished = new HashSet<>();

    private TestClass(TestOptions options) {
        this.options = options;
        this.baseline = options.baseline().map(file -> Baseline.read(file, options.updatesBaseline()));
    }

    static TestClass of(ExtensionContext context) {
        return new TestClass(TestOptions.of(context::getConfigurationParameter));
    }

    /**
     * Takes note of what was found in a test.
     *
     * @param all everything that was found
     * @param notExpected what of it there should not be
     * @return what of that the baseline does not accept
     */
    synchronized List<Finding> judge(String test, List<Finding> all, List<Finding> notExpected, boolean finished) {
        Map<String, Finding> ofTest = found.computeIfAbsent(test, key -> new TreeMap<>());
        all.forEach(finding -> ofTest.put(finding.id(), finding));
        Map<String, Finding> unexpectedOfTest = unexpected.computeIfAbsent(test, key -> new TreeMap<>());
        notExpected.forEach(finding -> unexpectedOfTest.put(finding.id(), finding));
        if (!finished) {
            unfinished.add(test);
        }
        return options.updatesBaseline()
                ? List.of()
                : notExpected.stream().filter(finding -> !accepts(finding)).toList();
    }

    private boolean accepts(Finding finding) {
        return baseline.isPresent() && baseline.get().accepts(finding);
    }

    @Override
    public synchronized void close() {
        baseline.ifPresent(accepted -> accepted.close(unexpected, unfinished));
        options.sarif().ifPresent(file -> write(file, new Sarif()));
        options.junitXml().ifPresent(file -> write(file, new JUnitXml()));
    }

    private void write(Path file, FindingDocument document) {
        SourceFiles sources = SourceFiles.ofWorkingDirectory();
        new ReportFile(file, document).replace(found, sources::find, this::accepts);
    }
}
