package shop;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command: runs every page of the shop, lets Plimsoll say what it thinks of them, and prints the day in numbers. */
@Command(
        name = "launch-day",
        sortOptions = false,
        description = {
            "",
            "A web shop that fell over on its launch day. Runs each of its pages and jobs twice, as it was that day "
                    + "(broken) and as it is today (mended), over Hibernate, HikariCP and a database that is started "
                    + "for the purpose. Plimsoll watches between the mapper and the pool and logs what it finds; at "
                    + "the end comes what every page cost.",
            ""
        },
        optionListHeading = "Options:%n",
        usageHelpAutoWidth = true)
final class LaunchDay implements Callable<Integer> {
    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "h2",
            converter = DatabaseName.class,
            description = {
                "h2 (in memory) or postgresql (an embedded PostgreSQL 18, which is started and stopped).",
                "Default: ${DEFAULT-VALUE}"
            })
    private Database.Kind database = Database.Kind.H2;

    @Option(
            names = "--findings",
            paramLabel = "FILE",
            defaultValue = "${sys:shop.target:-target}/findings.jsonl",
            description = {"Where the findings go as JSON, one a line.", "Default: ${DEFAULT-VALUE}"})
    private Path findings = Path.of("target", "findings.jsonl");

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
        return new CommandLine(new LaunchDay()).setParameterExceptionHandler(LaunchDay::refuse);
    }

    private static int refuse(ParameterException refused, String[] arguments) {
        refused.getCommandLine().getErr().println(refused.getMessage());
        return refused.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public Integer call() throws Exception {
        prepareFile();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Launch day, on " + database.title() + ". What Plimsoll finds:");
        out.println();
        out.flush();
        Day day = Day.spend(database, findings);
        out.println();
        out.print(ClosingTable.of(day.visits()));
        out.println();
        out.println("The findings as JSON, one a line: " + findings);
        out.flush();
        return 0;
    }

    private void prepareFile() {
        try {
            Files.createDirectories(findings.toAbsolutePath().resolveSibling(""));
            Files.deleteIfExists(findings);
            Files.createFile(findings);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--findings': cannot write '" + findings + "': " + e);
        }
    }

    private static final class DatabaseName implements ITypeConverter<Database.Kind> {
        @Override
        public Database.Kind convert(String name) {
            return Stream.of(Database.Kind.values())
                    .filter(kind -> kind.option().equals(name))
                    .findAny()
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' is neither h2 nor postgresql"));
        }
    }
}
