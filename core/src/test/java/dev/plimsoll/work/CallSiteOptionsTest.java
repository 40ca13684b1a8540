package dev.plimsoll.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallSiteOptionsTest {
    private static final CallSiteOptions KNOWN = CallSiteOptions.defaults();

    /** Else a transaction that Plimsoll is just ending looks idle, and the line to mend is said to be Plimsoll's. */
    @Test
    void nothingOfPlimsollsOwnIsTheApplications() throws IOException {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> names = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList();
            assertThat(names).hasSizeGreaterThan(300).noneMatch(KNOWN::isApplication);
        }
    }

    /** A statement that a framework executes for a test has no place in the application, rather than one in what launched it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.maven.surefire.junitplatform.LauncherAdapter",
                "org.gradle.api.internal.tasks.testing.worker.TestWorker",
                "worker.org.gradle.process.internal.worker.GradleWorkerMain",
                "com.intellij.rt.junit.JUnitStarter",
                "org.eclipse.jdt.internal.junit5.runner.JUnit5TestReference"
            })
    void whatLaunchesTestsIsNotTheApplication(String launcher) {
        assertThat(KNOWN.isApplication(launcher)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.OrderPage", "com.example.plimsoll.Orders", "dev.plimsollians.Orders"})
    void theRestIsTheApplications(String own) {
        assertThat(KNOWN.isApplication(own)).isTrue();
    }
}
