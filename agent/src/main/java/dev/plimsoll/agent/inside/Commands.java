package dev.plimsoll.agent.inside;

import dev.plimsoll.agent.inside.report.Report;
import dev.plimsoll.agent.inside.report.Watched;
import dev.plimsoll.logbook.Logbook;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What can be asked of the agent while it is at work, besides leaving. */
final class Commands {
    private final Report report;

    Commands(Logbook logbook) {
        this.report = new Report(logbook, new Watched(Instant.now()));
    }

    void run(String command, Map<String, String> arguments, Consumer<String> lines, BooleanSupplier goesOn) {
        switch (command) {
            case "report" -> report.write(arguments, lines, goesOn);
            default -> throw new IllegalArgumentException("'" + command + "' is not a command of the agent");
        }
    }
}
