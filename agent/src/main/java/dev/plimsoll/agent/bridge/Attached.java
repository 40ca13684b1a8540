package dev.plimsoll.agent.bridge;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The agent while it is in a JVM, as those see it that have loaded it. Safe for use by many threads. */
public interface Attached extends AutoCloseable {

    /**
     * Does what a user asks of an agent that is at work, such as {@code report}.
     *
     * @param arguments of the command, by their keys
     * @param lines takes the answer, text of one or several lines; throws once nobody reads it any more
     * @param goesOn for a command that does not end by itself: waits a little and returns whether to go on; throws like {@code lines}
     * @throws IllegalArgumentException with a sentence for the user, if there is no such command or an argument is wrong
     */
    void command(String command, Map<String, String> arguments, Consumer<String> lines, BooleanSupplier goesOn);

    /** Takes the agent out: classes are what they were before, threads have ended. */
    @Override
    void close();
}
