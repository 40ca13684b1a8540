package dev.plimsoll.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** One command, told to the agent in another JVM, which is loaded there if need be; the answer goes to a stream line by line. */
final class Conversation {
    private final TargetProcess process;
    private final Path jar;
    private final PrintStream out;

    Conversation(TargetProcess process, Path jar, PrintStream out) {
        this.process = process;
        this.jar = jar;
        this.out = out;
    }

    /** Begins one with a JVM that need not know Plimsoll yet. */
    void attach(Map<String, String> options) throws Refusal {
        process.check(jar);
        try (TargetJvm jvm = TargetJvm.open(process)) {
            TargetJvm.checkVersion(process, jvm.properties());
            tell(jvm, "attach", options);
        }
    }

    /** Says something to an agent that must be there; without it nothing is loaded. */
    void ask(String command, Map<String, String> options) throws Refusal {
        process.check(jar);
        try (TargetJvm jvm = TargetJvm.open(process)) {
            Properties properties = jvm.properties();
            if (properties.getProperty(Service.ATTACHED) == null) {
                throw process.refusal("does not have Plimsoll attached: give attach " + process.pid() + " first");
            }
            tell(jvm, command, options);
        }
    }

    private void tell(TargetJvm jvm, String command, Map<String, String> options) throws Refusal {
        try (Channel channel = Channel.open()) {
            Optional<UserPrincipal> owner = process.owner();
            if (owner.isPresent()) {
                channel.give(owner.get());
            }
            if (new LinuxProcess(process.pid()).seesAnother(channel.socket())) {
                throw process.refusal("does not see the directory "
                        + channel.socket().getParent() + ": give the command where it sees the same files");
            }
            jvm.load(jar, Requests.COMMAND + command + Requests.CHANNEL + channel.socket());
            BufferedReader answer = channel.converse(options)
                    .orElseThrow(
                            () -> process.refusal("has an agent that does not answer; its error output may say why"));
            try (answer) {
                print(answer, options.containsKey("follow"));
            }
        } catch (IOException e) {
            throw process.isAlive()
                    ? process.refusal("cannot be spoken to: " + e.getMessage())
                    : process.refusal("has ended");
        }
    }

    private void print(BufferedReader answer, boolean endless) throws IOException, Refusal {
        String line = answer.readLine();
        if (line != null && line.startsWith(Reply.ERROR)) {
            throw Refusal.of(line.substring(Reply.ERROR.length()));
        }
        for (line = answer.readLine(); line != null && !out.checkError(); line = answer.readLine()) {
            switch (line.isEmpty() ? Reply.ALIVE : line.charAt(0)) {
                case Reply.TEXT -> out.println(line.substring(1));
                case Reply.END -> {
                    if (line.length() > 1) {
                        throw Refusal.ended(line.substring(1));
                    }
                    return;
                }
                default -> {}
            }
        }
        if (line == null) {
            Refusal refusal = process.refusal(process.isEnding() ? "has ended" : "ended the conversation");
            throw endless ? Refusal.ended(refusal.sentence()) : refusal;
        }
    }
}
