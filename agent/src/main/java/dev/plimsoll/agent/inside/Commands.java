package dev.plimsoll.agent.inside;

import java.io.IOException;
import java.util.Map;

/** What can be asked of the agent while it is at work, besides leaving. */
final class Commands {

    void run(String command, Map<String, String> arguments, Appendable answer) throws IOException {
        switch (command) {
            case "report" -> answer.append("attached\n");
            default -> throw new IllegalArgumentException("'" + command + "' is not a command of the agent");
        }
    }
}
