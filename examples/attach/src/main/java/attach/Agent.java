package attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plimsoll's agent, used by its command line. */
public final class Agent {
    private final Path jar;

    private Agent(Path jar) {
        this.jar = jar;
    }

    /** The one that was built with this program; {@code plimsoll.agent} says where it is. */
    public static Agent built() {
        Path jar = Path.of(System.getProperty("plimsoll.agent", "agent/target/plimsoll-agent.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("The agent is not built: there is no " + jar.toAbsolutePath());
        }
        return new Agent(jar.toAbsolutePath());
    }

    public Path jar() {
        return jar;
    }

    /** Begins to watch a program. */
    public List<String> attach(Program program) throws IOException, InterruptedException {
        return command("attach", Long.toString(program.pid()));
    }

    /** What was found, as people read it. */
    public List<String> report(Program program) throws IOException, InterruptedException {
        return command("report", Long.toString(program.pid()));
    }

    /** What was found, one line of JSON each. */
    public List<String> findings(Program program) throws IOException, InterruptedException {
        return command("report", Long.toString(program.pid()), "--json");
    }

    public List<String> detach(Program program) throws IOException, InterruptedException {
        return command("detach", Long.toString(program.pid()));
    }

    /** Carries out one command. Returns what it printed; fails if the command does. */
    public List<String> command(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("-jar", jar.toString()));
        line.addAll(List.of(arguments));
        try (Program command = Program.java(line)) {
            int status = command.end();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + " ended with " + status + ": "
                        + command.errors().all());
            }
            return command.output().all();
        }
    }
}
