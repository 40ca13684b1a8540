package dev.plimsoll.agent;

import dev.plimsoll.agent.cli.Requests;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the JVM begins with the agent. Whatever goes wrong here is told and leaves the JVM to run without it. */
public final class Agent {

    private Agent() {}

    /** Called for {@code -javaagent:plimsoll-agent.jar=<options>} before the application's {@code main}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        attach(arguments, instrumentation);
    }

    /**
     * Called for an agent that is loaded into a JVM at run time: with what the command line asks, or by other tools with options as for
     * {@code -javaagent}.
     */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        if (arguments == null || !Requests.isRequest(arguments)) {
            attach(arguments, instrumentation);
            return;
        }
        try {
            Requests.answer(arguments, Presence.in(instrumentation));
        } catch (Throwable failure) { // nor does one that cannot answer disturb it
            tell("could not answer: " + failure);
        }
    }

    private static void attach(@Nullable String arguments, Instrumentation instrumentation) {
        try {
            Map<String, String> options = Arguments.of(arguments);
            Presence.in(instrumentation).begin(options);
        } catch (IllegalArgumentException wrong) {
            tell(wrong.getMessage() + "; the application runs without Plimsoll");
        } catch (IllegalStateException refused) {
            tell(String.valueOf(refused.getMessage()));
        } catch (Throwable failure) { // an agent that cannot begin does not keep the application from it
            tell("could not start, and the application runs without it: " + failure);
        }
    }

    private static void tell(String sentence) {
        System.err.println("Plimsoll: " + sentence);
    }
}
