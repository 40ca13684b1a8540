package replicas;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: runs the shop, lets its servers fail, and says what the customers saw of it. */
@Command(
        name = "replicas",
        sortOptions = false,
        description = {
            "",
            "A shop on a PostgreSQL primary and two streaming replicas, all started for the purpose, with Plimsoll between "
                    + "the shop and a pool of connections to each. Customers look at widgets, place orders and look for "
                    + "the order they have just placed. Meanwhile one replica is paused, the other killed, and the first "
                    + "promoted. Ends with status 0 if every customer saw their own orders all the time, no read failed, "
                    + "and each act was seen to do what it should; else 1.",
            ""
        },
        optionListHeading = "Options:%n",
        usageHelpAutoWidth = true)
final class Replicas implements Callable<Integer> {
    private static final int SHORTEST = 10;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = {"How long it takes, " + SHORTEST + " or more.", "Default: ${DEFAULT-VALUE}"})
    private int seconds;

    @Option(
            names = "--compare",
            description = "Breaks nothing, and compares Plimsoll with a fixed time window after each write instead.")
    private boolean compare;

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
        return new CommandLine(new Replicas()).setParameterExceptionHandler(Replicas::refuse);
    }

    private static int refuse(ParameterException refused, String[] arguments) {
        refused.getCommandLine().getErr().println(refused.getMessage());
        return refused.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    @Override
    public Integer call() throws SQLException {
        if (seconds < SHORTEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--seconds': " + seconds + " is too short, the least is " + SHORTEST);
        }
        PrintWriter out = spec.commandLine().getOut();
        return (compare ? compare(out) : perform(out)) ? 0 : 1;
    }

    private boolean compare(PrintWriter out) throws SQLException {
        out.println("The same crowd of " + Crowd.CUSTOMERS
                + " customers at a time; one request in ten is an order, three make a page," + System.lineSeparator()
                + "and customers think for a second, on average, before they open another page.");
        out.println();
        out.flush();
        return Comparison.print(seconds, out);
    }

    private boolean perform(PrintWriter out) throws SQLException {
        out.println("A shop with " + Crowd.CUSTOMERS + " customers, on a primary and two replicas.");
        out.print(Display.LEGEND);
        out.println();
        out.flush();
        Performance performance = Performance.of(seconds, out);
        out.println();
        out.print(Display.summary(performance));
        out.flush();
        return performance.isAsItShould();
    }
}
