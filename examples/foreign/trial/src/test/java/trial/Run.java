package trial;

import attach.Agent;
import attach.Program;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of one run of an application.
 *
 * @param before the answers before Plimsoll came
 * @param during those while it was there
 * @param after those after it had gone
 * @param wrong what the crowd complained of
 * @param program what ran, and has ended
 */
record Run(
        List<Answer> before,
        List<Answer> during,
        List<Answer> after,
        List<Found> found,
        List<Object> wrong,
        Program program) {

    /** Without a crowd and without Plimsoll. */
    static Run unwatched(Application application) throws IOException, InterruptedException {
        try (Program program = application.start()) {
            Client client = new Client(application.port(program));
            List<Answer> before = client.answers(application.steady());
            List<Answer> during = client.answers(both(application));
            List<Answer> after = client.answers(application.steady());
            program.stop();
            return new Run(before, during, after, List.of(), List.of(), program);
        }
    }

    /** Warm and full of people: Plimsoll comes, looks until it has found what is wanted, and goes. */
    static Run watched(Application application, Agent agent, List<Found> wanted)
            throws IOException, InterruptedException {
        try (Program program = application.start()) {
            Run run = watched(application, program, agent, wanted);
            program.stop();
            return run;
        }
    }

    private static Run watched(Application application, Program program, Agent agent, List<Found> wanted)
            throws IOException, InterruptedException {
        Client client = new Client(application.port(program));
        List<Answer> before = client.answers(application.steady());
        try (Crowd crowd = Crowd.expecting(client, before)) {
            crowd.goesOn();
            agent.attach(program);
            crowd.goesOn();
            List<Answer> during = client.answers(both(application));
            List<Found> found = Found.awaited(agent, program, wanted);
            agent.detach(program);
            crowd.goesOn();
            List<Answer> after = client.answers(application.steady());
            return new Run(before, during, after, found, crowd.wrong(), program);
        }
    }

    private static List<String> both(Application application) {
        return Stream.concat(application.steady().stream(), application.once().stream())
                .toList();
    }

    /** Lines of the log that tell of a failure or warn of one, without what differs from run to run; findings are none. */
    List<String> complaints() {
        return Stream.concat(program.output().all().stream(), program.errors().all().stream())
                .filter(line -> complains(line) && !tellsOfFinding(line))
                .map(line -> line.replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "#"))
                .distinct()
                .toList();
    }

    private static boolean complains(String line) {
        return Stream.of("ERROR", "SEVERE", "WARN", "Exception", "Error:").anyMatch(line::contains)
                && !tellsOfAttaching(line);
    }

    /** What a JVM from 21 on says when any agent is loaded into it. */
    private static boolean tellsOfAttaching(String line) {
        return Stream.of(
                        "WARNING: A Java agent has been loaded dynamically",
                        "WARNING: If a serviceability tool is",
                        "WARNING: Dynamic loading of agents")
                .anyMatch(line::startsWith);
    }

    private boolean tellsOfFinding(String line) {
        return found.stream().anyMatch(finding -> line.contains(finding.kind()));
    }
}
