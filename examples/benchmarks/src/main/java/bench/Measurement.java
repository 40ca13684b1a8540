package bench;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures with JMH: the median of a measurement's iterations. */
final class Measurement {
    private static final String BYTES = "gc.alloc.rate.norm";

    private final Effort effort;

    Measurement(Effort effort) {
        this.effort = effort;
        tellClassPath();
        System.setProperty("jmh.ignoreLock", "true"); // CPU time does not suffer from another run on the machine
    }

    Figure of(Driver driver, Subject subject, Workload workload) throws RunnerException {
        RunResult result = run(options(WorkBenchmark.class)
                .param("driver", driver.name())
                .param("subject", subject.name())
                .param("workload", workload.name())
                .jvmArgsAppend(subject.jvmOptions().toArray(String[]::new))
                .build());
        return new Figure(driver, subject, workload, median(result, WorkerCpuTime.LABEL), median(result, BYTES));
    }

    /** What it costs to find the node for a read: nanoseconds and bytes. */
    String decision() throws RunnerException {
        RunResult result = run(options(DecisionBenchmark.class).build());
        return String.format(
                Locale.ROOT,
                "one routing decision: %.1f ns, %.1f bytes",
                median(result, WorkerCpuTime.LABEL),
                median(result, BYTES));
    }

    private ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .forks(effort.forks())
                .warmupIterations(effort.warmUps())
                .warmupTime(effort.warmUp())
                .measurementIterations(effort.iterations())
                .measurementTime(effort.iteration())
                .addProfiler(WorkerCpuTime.class)
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xms512m", "-Xmx512m", "-Xbatch")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private static RunResult run(Options options) throws RunnerException {
        return new Runner(options).runSingle();
    }

    private static double median(RunResult result, String label) {
        return Objects.requireNonNull(result.getSecondaryResults().get(label), label)
                .getStatistics()
                .getPercentile(50);
    }

    /** JMH starts its JVMs with this one's class path, which Maven keeps in a class loader instead. */
    private static void tellClassPath() {
        if (Measurement.class.getClassLoader() instanceof URLClassLoader loader) {
            StringJoiner path = new StringJoiner(File.pathSeparator);
            for (URL url : loader.getURLs()) {
                path.add(file(url).toString());
            }
            System.setProperty("java.class.path", path.toString());
        }
    }

    private static Path file(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No file: " + url, e);
        }
    }
}
