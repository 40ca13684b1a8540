package dev.plimsoll.agent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries out what command lines ask, each on a thread of its own, in the JVM of the agent. */
public final class Requests {
    /** The agent's arguments begin like this if they come from a command line. */
    static final String COMMAND = "command=";

    static final String CHANNEL = ",channel=";

    private static final Set<Answer> REPORTS = ConcurrentHashMap.newKeySet();

    private Requests() {}

    /** Whether these arguments of the agent are a request of a command line. */
    public static boolean isRequest(String arguments) {
        return arguments.startsWith(COMMAND) && arguments.contains(CHANNEL);
    }

    /**
     * Answers in the background what {@code arguments} ask.
     *
     * @throws IOException if the command line cannot be reached
     */
    public static void answer(String arguments, Service service) throws IOException {
        int channel = arguments.indexOf(CHANNEL);
        String command = arguments.substring(COMMAND.length(), channel);
        Answer answer = Answer.on(Path.of(arguments.substring(channel + CHANNEL.length())));
        Thread thread = new Thread(() -> answer(command, service, answer), "plimsoll-" + command);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    private static void answer(String command, Service service, Answer open) {
        try (Answer answer = open) {
            converse(command, service, answer);
        } catch (IOException | UncheckedIOException e) {
            // Nobody listens any more.
        }
    }

    private static void converse(String command, Service service, Answer answer) throws IOException {
        try {
            carryOut(command, service, answer);
            answer.end(answer.isStopped() ? "Plimsoll was detached by another command: nothing more to follow" : "");
        } catch (IllegalArgumentException | IllegalStateException e) {
            answer.refuse(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // Ours, and the application must not see it: the person who asked does.
            answer.refuse("Plimsoll failed: " + e);
        }
    }

    private static void carryOut(String command, Service service, Answer answer) throws IOException {
        Map<String, String> options = answer.options();
        switch (command) {
            case "attach" -> answer.print(service.attach(options));
            case "detach" -> {
                String told = service.detach();
                REPORTS.forEach(Answer::stop);
                answer.print(told);
            }
            case "report" -> report(options, service, answer);
            default -> throw new IllegalArgumentException("the agent in that JVM knows no command " + command);
        }
    }

    private static void report(Map<String, String> options, Service service, Answer answer) {
        REPORTS.add(answer);
        try {
            service.report(options, answer::print, answer::goesOn);
        } finally {
            REPORTS.remove(answer);
        }
    }
}
