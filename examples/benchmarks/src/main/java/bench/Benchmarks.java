package bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks. */
@Command(
        name = "benchmarks",
        sortOptions = false,
        description = {
            "Measures what Plimsoll and its peers add to a JDBC driver: CPU nanoseconds of the measuring thread and bytes"
                    + " allocated, each in a JVM of its own.",
            ""
        },
        footer = {"", "The driver itself is always measured too. A full run takes ten minutes, a short one two."})
public final class Benchmarks implements Callable<Integer> {
    private static final String ONES = "Only these: ${COMPLETION-CANDIDATES}.";

    private final Effort full;
    private final Effort brief;

    @Option(names = "--short", description = "Measure each for a second, not for ten.")
    private boolean hurried;

    @Option(names = "--decision", description = "Measure only what it costs to find the node for a read.")
    private boolean decision;

    @Option(names = "--workload", split = ",", paramLabel = "NAME", description = ONES)
    private Set<Workload> workloads = EnumSet.allOf(Workload.class);

    @Option(names = "--subject", split = ",", paramLabel = "NAME", description = ONES)
    private Set<Subject> subjects = EnumSet.allOf(Subject.class);

    @Option(names = "--driver", split = ",", paramLabel = "NAME", description = ONES)
    private Set<Driver> drivers = EnumSet.of(Driver.NOOP);

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the figures go as JSON; target/benchmarks.json of this module by default.",
            defaultValue = "${sys:benchmarks.output:-target/benchmarks.json}")
    private Path output = Path.of("target", "benchmarks.json");

    @Option(names = "--help", usageHelp = true, description = "Show this.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Benchmarks(Effort full, Effort brief) {
        this.full = full;
        this.brief = brief;
    }

    public static void main(String[] args) {
        int exitCode = commandLine(Effort.FULL, Effort.SHORT).execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static CommandLine commandLine(Effort full, Effort brief) {
        return new CommandLine(new Benchmarks(full, brief)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        PrintWriter out = spec.commandLine().getOut();
        Measurement measurement = new Measurement(hurried ? brief : full);
        if (decision) {
            out.println(measurement.decision());
            out.flush();
            return CommandLine.ExitCode.OK;
        }
        Report report = new Report();
        Set<Subject> measured = EnumSet.of(Subject.RAW);
        measured.addAll(subjects);
        for (Driver driver : drivers) {
            for (Workload workload : workloads) {
                for (Subject subject : measured) {
                    Figure figure = measurement.of(driver, subject, workload);
                    report.add(figure);
                    out.println(figure);
                }
            }
        }
        report.writeJson(output);
        drivers.forEach(driver -> out.print("\n" + report.table(driver)));
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
