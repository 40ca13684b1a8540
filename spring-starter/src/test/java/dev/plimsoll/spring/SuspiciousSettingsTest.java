package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Thresholds;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.spring.units.PlimsollUnitsAutoConfiguration;
import dev.plimsoll.work.ObservedUnit;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/** What is legal, but without the effect that somebody expects of it, is said in one line that tells what to do. */
@ExtendWith(OutputCaptureExtension.class)
class SuspiciousSettingsTest {

    @Test
    void settingsOfADataSourceThatThereIsNot(CapturedOutput output) {
        Boot.watched()
                .withPropertyValues("plimsoll.data-sources.ordres.profile=prod", "plimsoll.exclude-beans=archvie*")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains("'plimsoll.data-sources.ordres' is about no data source: there are dataSource")
                .contains("'plimsoll.exclude-beans' has 'archvie*', which is no data source: there are dataSource");
    }

    @Test
    void settingsOfOneThatThereIsAreNoMatter(CapturedOutput output) {
        Boot.watched()
                .withPropertyValues("plimsoll.data-sources.data-source.profile=prod", "plimsoll.exclude-beans=data*")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("no data source:");
    }

    @Test
    void aCausalCookieWithoutReplicas(CapturedOutput output) {
        Boot.watched()
                .withPropertyValues("plimsoll.causal-cookie.secret=0123456789abcdef")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains("'plimsoll.causal-cookie.secret' is set, but no data source has replicas")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void aReplicaThatIsDownWhenTheApplicationStarts(CapturedOutput output) {
        Boot.watched()
                .withPropertyValues(
                        "plimsoll.replicas[0].name=near",
                        "plimsoll.replicas[0].url=jdbc:h2:tcp://localhost:1/none",
                        "spring.datasource.hikari.connection-timeout=250")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    context.getBean(DataSource.class).getConnection().close();
                    await().atMost(Duration.ofSeconds(30))
                            .untilAsserted(() -> assertThat(output)
                                    .containsPattern("near cannot be asked for its position: .*Connection is broken"));
                });
    }

    @Test
    void twoVersionsOfPlimsoll(CapturedOutput output, @TempDir Path folder) throws Exception {
        Path other = folder.resolve("plimsoll-spring-boot-starter-0.0.9");
        copyOf(PlimsollAutoConfiguration.class, other);
        try (URLClassLoader both =
                new URLClassLoader(new URL[] {other.toUri().toURL()}, getClass().getClassLoader())) {
            Boot.watched()
                    .withClassLoader(both)
                    .run(context -> assertThat(context).hasNotFailed());
        }
        assertThat(output)
                .contains("Plimsoll is on the class path 2 times: ", "plimsoll-spring-boot-starter-0.0.9/. Keep one");
    }

    private static void copyOf(Class<?> type, Path folder) throws Exception {
        String file = type.getName().replace('.', '/') + ".class";
        Path copy = Files.createDirectories(folder.resolve(file).getParent()).resolve(type.getSimpleName() + ".class");
        try (var bytes = type.getResourceAsStream("/" + file)) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void aDecoratorOfTasksThatLeavesTheUnitBehind(CapturedOutput output) {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(PlimsollUnitsAutoConfiguration.class))
                .withBean("own", TaskDecorator.class, () -> task -> task)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains("The application's TaskDecorator dev.plimsoll.spring.SuspiciousSettingsTest")
                .contains("UnitOfWork.current().wrap(task)");
    }

    @Test
    void oneThatTakesItAlongIsNoMatter(CapturedOutput output) {
        Boot.watched()
                .withConfiguration(AutoConfigurations.of(PlimsollUnitsAutoConfiguration.class))
                .withBean(ContextPropagatingTaskDecorator.class, ContextPropagatingTaskDecorator::new)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("TaskDecorator");
    }

    @Test
    void aReporterOfTheApplicationThatThrows(CapturedOutput output) {
        Findings other = new Findings();
        Boot.watched()
                .withBean("throwing", Reporter.class, () -> finding -> {
                    throw new IllegalStateException("mail server is down");
                })
                .withBean("other", Findings.class, () -> other)
                .run(context -> Findings.repeat(context.getBean(DataSource.class), "GET /orders"));
        assertThat(output)
                .contains("Plimsoll failed in reporter dev.plimsoll.spring.SuspiciousSettingsTest")
                .contains("which is switched off; the application is not affected")
                .contains("mail server is down");
        assertThat(other.kinds()).contains("redundant-query");
    }

    @Test
    void aKindOfTheApplicationsOwnDetectorMayBeSilenced() {
        Boot.watched()
                .withBean(OwnDetector.class, OwnDetector::new)
                .withPropertyValues("plimsoll.silence=own-kind")
                .run(context -> assertThat(context).hasNotFailed());
    }

    static final class OwnDetector implements Detector {
        @Override
        public String kind() {
            return "own-kind";
        }

        @Override
        public void inspect(ObservedUnit unit, Thresholds thresholds, Consumer<Finding> findings) {}
    }
}
