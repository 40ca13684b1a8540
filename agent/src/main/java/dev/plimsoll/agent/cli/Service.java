package dev.plimsoll.agent.cli;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a command line may ask of the agent in its JVM. An {@link IllegalArgumentException} or {@link IllegalStateException} is a
 * refusal whose message the person reads.
 */
public interface Service {
    /** A system property of a JVM while Plimsoll is attached to it: the version. */
    String ATTACHED = "dev.plimsoll.agent";

    /** Begins to watch. Returns what to tell. */
    String attach(Map<String, String> options);

    /** Ends all that {@link #attach} began. Returns what to tell. */
    String detach();

    /**
     * Writes a report.
     *
     * @param options {@code follow} and {@code json}, if they were given
     * @param lines takes text of one or several lines; throws once nobody listens any more
     * @param goesOn waits a little and returns whether to follow further; throws like {@code lines}
     */
    void report(Map<String, String> options, Consumer<String> lines, BooleanSupplier goesOn);
}
