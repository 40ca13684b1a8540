package attach;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import measure.Measure;

/** The command: watches a library that is already open, and shows that its readers are told the same as without being watched. */
public final class Attach {
    private static final Pattern MEASURE = Pattern.compile("--measure(=[1-9]\\d{0,3})?");
    private static final int ROUNDS = 50;

    private Attach() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Agent agent = Agent.built();
        if (arguments.length == 0) {
            show(agent);
        } else if (arguments.length == 1 && MEASURE.matcher(arguments[0]).matches()) {
            String rounds = arguments[0].replaceAll("\\D", "");
            Measure.everything(agent, rounds.isEmpty() ? ROUNDS : Integer.parseInt(rounds));
        } else {
            System.err.println(
                    "The only option is --measure or --measure=<rounds>, not " + String.join(" ", arguments));
            System.exit(2);
        }
    }

    private static void show(Agent agent) throws IOException, InterruptedException {
        List<String> unwatched = OpeningHours.of(Watcher.NOBODY);
        List<String> watched = OpeningHours.of(Watcher.printing(agent));
        if (!watched.equals(unwatched)) {
            throw new IllegalStateException("Watched, the program printed " + watched + ", not " + unwatched);
        }
        System.out.println("The program printed the same " + watched.size() + " lines as without the agent:");
        watched.forEach(line -> System.out.println("  " + line));
    }
}
