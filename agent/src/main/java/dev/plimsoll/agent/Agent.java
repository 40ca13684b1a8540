package dev.plimsoll.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the JVM begins with the agent. Whatever goes wrong here is told and leaves the JVM to run without it. */
public final class Agent {
    private static @Nullable Installation installation;

    private Agent() {}

    /** Called for {@code -javaagent:plimsoll-agent.jar=<options>} before the application's {@code main}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        try {
            install(Arguments.of(arguments), instrumentation);
        } catch (IllegalArgumentException wrong) {
            tell(wrong.getMessage() + "; the application runs without Plimsoll");
        } catch (Throwable failure) { // an agent that cannot begin does not keep the application from it
            tell("could not start, and the application runs without it: " + failure);
        }
    }

    /**
     * Called for an agent that is loaded into a JVM at run time, with {@code command=attach|detach|…,channel=<path of a socket>,…}; the
     * other arguments are the command's.
     */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        try (Channel channel = Channel.of(arguments)) {
            channel.answer(answer -> command(channel.command(), channel.arguments(), instrumentation, answer));
        } catch (Throwable failure) { // nor does one that cannot answer disturb it
            tell("could not answer: " + failure);
        }
    }

    private static synchronized void command(
            String command, Map<String, String> arguments, Instrumentation instrumentation, Appendable answer)
            throws IOException, ReflectiveOperationException {
        if (command.equals("attach")) {
            install(arguments, instrumentation);
        } else if (installation == null) {
            throw new IllegalArgumentException("Plimsoll is not attached to this JVM");
        } else if (command.equals("detach")) {
            installation.close();
            installation = null;
        } else {
            installation.attached().command(command, arguments, answer);
        }
    }

    private static synchronized void install(Map<String, String> options, Instrumentation instrumentation)
            throws IOException, ReflectiveOperationException {
        if (installation != null) {
            throw new IllegalArgumentException("Plimsoll is attached to this JVM already");
        }
        installation = Installation.of(jar(), options, instrumentation);
    }

    private static Path jar() {
        return Path.of(java.net.URI.create(
                Agent.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static void tell(String sentence) {
        System.err.println("Plimsoll: " + sentence);
    }
}
