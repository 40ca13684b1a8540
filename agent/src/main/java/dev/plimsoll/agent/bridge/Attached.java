package dev.plimsoll.agent.bridge;

import java.io.IOException;
import java.util.Map;

/** The agent while it is in a JVM, as those see it that have loaded it. Safe for use by many threads. */
public interface Attached extends AutoCloseable {

    /**
     * Does what a user asks of an agent that is at work, such as {@code report}.
     *
     * @param arguments of the command, by their keys
     * @param answer where the answer goes; not closed
     * @throws IllegalArgumentException with a sentence for the user, if there is no such command or an argument is wrong
     */
    void command(String command, Map<String, String> arguments, Appendable answer) throws IOException;

    /** Takes the agent out: classes are what they were before, threads have ended. */
    @Override
    void close();
}
