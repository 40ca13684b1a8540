package checker;

import checker.Spellings.Faults;
import checker.Spellings.FaultsOf;
import checker.Spellings.Lags;
import checker.Spellings.LagsOf;
import dev.plimsoll.route.ReadLevel;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: one run, or one for each mutation. */
@Command(
        name = "consistency-checker",
        sortOptions = false,
        description = {
            "",
            "Looks for reads that miss a write. Starts a PostgreSQL primary with two standbys, lets many users' sessions "
                    + "work on it through Plimsoll, breaks it again and again as the seed says, and judges every read. "
                    + "Ends with a status other than 0 if anything did not hold.",
            ""
        },
        optionListHeading = "Options:%n",
        usageHelpAutoWidth = true)
final class ConsistencyChecker implements Callable<Integer> {
    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the faults and of what sessions do. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "read-your-writes",
            converter = Spellings.Level.class,
            description = "What readers are promised, as in plimsoll.read-level. Default: ${DEFAULT-VALUE}")
    private ReadLevel level = ReadLevel.READ_YOUR_WRITES;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "8",
            description = "Threads that serve requests. Default: ${DEFAULT-VALUE}")
    private int workers;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "48",
            description = "Users. Default: ${DEFAULT-VALUE}")
    private int sessions;

    @Option(
            names = "--writes",
            paramLabel = "SHARE",
            defaultValue = "0.10",
            description = "The share of writes. Default: ${DEFAULT-VALUE}")
    private double writes;

    @Option(
            names = "--lag",
            paramLabel = "MS/MS",
            defaultValue = "none",
            converter = LagsOf.class,
            description = "How long each standby holds back what it could apply, or none. Default: ${DEFAULT-VALUE}")
    private Lags lag = new Lags(List.of());

    @Option(
            names = "--faults",
            paramLabel = "NAMES",
            defaultValue = "all",
            converter = FaultsOf.class,
            description = {"all, none, or some of these, with commas between them:", "${COMPLETION-CANDIDATES}"},
            completionCandidates = FaultsOf.class)
    private Faults faults = new Faults(List.of());

    @Option(
            names = "--mutation",
            paramLabel = "NAME",
            description = {
                "Puts this mistake into the library, one of ${COMPLETION-CANDIDATES}; the run stops when it is found."
            })
    private @Nullable Mutation mutation;

    @Option(names = "--all-mutations", description = "One run for each mutation, all of which must be found.")
    private boolean allMutations;

    @Option(names = "--help", usageHelp = true, description = "Prints this and ends.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        int status = command().execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    static CommandLine command() {
        return new CommandLine(new ConsistencyChecker()).setParameterExceptionHandler(ConsistencyChecker::refuse);
    }

    private static int refuse(ParameterException refused, String[] arguments) {
        refused.getCommandLine().getErr().println(refused.getMessage());
        return refused.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public Integer call() throws SQLException {
        check(seconds > 0, "--seconds", "has to be positive");
        check(workers > 0 && workers <= 32, "--workers", "has to be from 1 to 32");
        check(sessions > 0 && sessions <= 10_000, "--sessions", "has to be from 1 to 10000");
        check(writes >= 0 && writes <= 1, "--writes", "has to be from 0 to 1");
        PrintWriter out = spec.commandLine().getOut();
        if (allMutations) {
            return hunts(out);
        }
        Verdict verdict = mutation == null ? new Run(settings(), Routed::over, out).judge() : hunt(mutation, out);
        verdict.explain(out);
        out.println("To replay: " + replay());
        out.println(verdict.line());
        out.flush();
        return verdict.status();
    }

    private Verdict hunt(Mutation mistake, PrintWriter out) throws SQLException {
        out.println(mistake + ": " + mistake.sentence());
        return new Hunt(mistake, settings(), Routed::over, out).judge();
    }

    /** Here a mutation that is not found is the failure. */
    private int hunts(PrintWriter out) throws SQLException {
        List<Mutation> missed = new ArrayList<>();
        for (Mutation each : Mutation.values()) {
            Verdict verdict = hunt(each, out);
            boolean found = each.isRevealedBy(verdict.violations());
            if (!found) {
                missed.add(each);
            }
            verdict.explain(out);
            out.println(each + (found ? " was found: " : " was not found: ") + verdict.line());
            out.flush();
        }
        out.println("mutations=" + Mutation.values().length + " missed=" + missed.size() + " " + missed);
        out.flush();
        return missed.isEmpty() ? 0 : 1;
    }

    private Settings settings() {
        return new Settings(
                seconds,
                seed,
                level,
                new Settings.Workload(workers, sessions, writes),
                lag.each(),
                faults.each(),
                Hunting.NOTHING);
    }

    /** The same faults in the same order, and the same choices of each worker. What the machine makes of it differs. */
    private String replay() {
        List<String> arguments =
                new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        if (!arguments.contains("--seed")) {
            arguments.addAll(List.of("--seed", Long.toString(seed)));
        }
        return "mvn -q -pl examples/consistency-checker -am compile exec:java -Dexec.args=\""
                + String.join(" ", arguments) + "\"";
    }

    private void check(boolean condition, String option, String complaint) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': " + complaint);
        }
    }
}
