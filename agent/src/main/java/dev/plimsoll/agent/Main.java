package dev.plimsoll.agent;

import dev.plimsoll.agent.cli.CommandLine;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What {@code java -jar plimsoll-agent.jar} runs. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        CommandLine commands = new CommandLine(ThisJar.path(), ThisJar.version(), Main::options, out, err);
        System.exit(commands.run(arguments));
    }

    /** Wrong ones are refused here, before anything is loaded into the other JVM. */
    private static Map<String, String> options(String written) {
        return Installation.checked(ThisJar.path(), Arguments.of(written));
    }
}
