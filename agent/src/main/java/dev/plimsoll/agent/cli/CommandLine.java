package dev.plimsoll.agent.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Carries out one command. Whatever goes wrong is one sentence on the error output, and an exit code that is not 0. */
public final class CommandLine {
    /** The command was right but could not be carried out. */
    static final int REFUSED = 1;
    /** The command was wrong. */
    static final int WRONG_USAGE = 2;

    private static final List<String> COMMANDS = List.of("list", "attach", "report", "detach");

    private final Path jar;
    private final String version;
    private final Function<String, Map<String, String>> options;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * Commands of one person.
     *
     * @param jar the agent's jar, which is loaded into the other JVM
     * @param version as {@code --version} tells it
     * @param options reads the agent's options as they are written; an IllegalArgumentException says what is wrong with them
     */
    public CommandLine(
            Path jar, String version, Function<String, Map<String, String>> options, PrintStream out, PrintStream err) {
        this.jar = jar;
        this.version = version;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code. */
    public int run(String... words) {
        try {
            carryOut(Arrays.asList(words));
            return 0;
        } catch (Refusal refusal) {
            err.println("plimsoll: " + refusal.sentence());
            return refusal.exitCode();
        } catch (RuntimeException | LinkageError e) {
            // Ours; nobody who gave a command wants a stack trace for an answer.
            err.println("plimsoll: the command failed: " + e);
            return REFUSED;
        }
    }

    private void carryOut(List<String> words) throws Refusal {
        if (words.isEmpty()
                || words.contains("--help")
                || words.contains("-h")
                || words.get(0).equals("help")) {
            out.println(Usage.TEXT);
            return;
        }
        if (words.get(0).equals("--version")) {
            out.println("Plimsoll " + version);
            return;
        }
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "list" -> list(rest);
            case "attach" -> attach(rest);
            case "report" -> conversation(rest, "report").ask("report", flags(rest));
            case "detach" -> detach(rest);
            default ->
                throw Refusal.usage("there is no command '" + words.get(0) + "': it is " + String.join(", ", COMMANDS)
                        + " or --help");
        }
    }

    private void list(List<String> rest) throws Refusal {
        if (!rest.isEmpty()) {
            throw Refusal.usage("list takes no '" + rest.get(0) + "': it shows all JVMs");
        }
        requireAttachApi();
        out.println(new JvmList(jar));
    }

    private void attach(List<String> rest) throws Refusal {
        Conversation conversation = conversation(rest, "attach");
        String written = String.join(",", rest.subList(1, rest.size()));
        if (written.startsWith("-")) {
            throw Refusal.usage("attach takes no '" + written + "': options are written key=value,key=value or @file");
        }
        try {
            conversation.attach(options.apply(written));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()));
        }
    }

    private void detach(List<String> rest) throws Refusal {
        Conversation conversation = conversation(rest, "detach");
        if (rest.size() > 1) {
            throw Refusal.usage("detach takes no '" + rest.get(1) + "', only the process id");
        }
        conversation.ask("detach", Map.of());
    }

    private static Map<String, String> flags(List<String> rest) throws Refusal {
        Map<String, String> flags = new TreeMap<>();
        for (String word : rest.subList(1, rest.size())) {
            if (!word.equals("--follow") && !word.equals("--json")) {
                throw Refusal.usage("report takes no '" + word + "', only --follow and --json");
            }
            flags.put(word.substring(2), "true");
        }
        return flags;
    }

    private Conversation conversation(List<String> rest, String command) throws Refusal {
        if (rest.isEmpty()) {
            throw Refusal.usage(command + " needs the id of a process: list shows those of the JVMs here");
        }
        requireAttachApi();
        return new Conversation(TargetProcess.named(rest.get(0)), jar, out);
    }

    private static void requireAttachApi() throws Refusal {
        if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
            throw Refusal.of(
                    "the Java that runs this command cannot attach to others, since it lacks the module jdk.attach: use the"
                            + " java command of a JDK");
        }
    }
}
