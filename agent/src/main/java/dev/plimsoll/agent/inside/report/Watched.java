package dev.plimsoll.agent.inside.report;

import java.time.Instant;

/**
 * What a report is about.
 *
 * @param since when it was attached
 */
public record Watched(Instant since) {

    /** The head of a report: the process, without the arguments of its command, which may hold secrets. */
    @Override
    public String toString() {
        String command = System.getProperty("sun.java.command", "a JVM").split(" ", 2)[0];
        return "Plimsoll on process " + ProcessHandle.current().pid() + " ("
                + command.substring(command.lastIndexOf('/') + 1) + ", Java " + System.getProperty("java.version")
                + "), attached at " + Amounts.clock(since) + ", report of " + Amounts.clock(Instant.now());
    }
}
