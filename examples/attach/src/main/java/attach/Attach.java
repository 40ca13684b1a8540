package attach;

import java.io.IOException;
import java.util.List;
import lending.Lending;

/** The command: watches a library that is already open, and shows that its readers are told the same as without being watched. */
public final class Attach {
    private static final List<String> REQUESTS = List.of("shelf", "overdue", "renew");

    private Attach() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> unwatched = serve(Watcher.NOBODY);
        Agent agent = Agent.built();
        List<String> watched = serve(Watcher.printing(agent));
        if (!watched.equals(unwatched)) {
            throw new IllegalStateException("Watched, the program printed " + watched + ", not " + unwatched);
        }
        System.out.println("The program printed the same " + watched.size() + " lines as without the agent.");
    }

    /** Serves all requests before anybody watches, while somebody does, and afterwards. Returns what the program printed. */
    static List<String> serve(Watcher watcher) throws IOException, InterruptedException {
        try (Program program = Program.java(List.of("-cp", ClassPath.withoutPlimsoll(), Lending.class.getName()))) {
            program.next();
            serveAll(program);
            watcher.begin(program);
            serveAll(program);
            watcher.end(program);
            serveAll(program);
            int status = program.end();
            if (status != 0) {
                throw new IllegalStateException("The program ended with " + status + ": "
                        + program.errors().all());
            }
            return program.output().all();
        }
    }

    private static void serveAll(Program program) throws IOException {
        for (String request : REQUESTS) {
            program.ask(request);
        }
    }
}
