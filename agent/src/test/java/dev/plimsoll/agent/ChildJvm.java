package dev.plimsoll.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs one of the programs, and answers each line that it is told with one line. */
final class ChildJvm implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("agent.jar"));
    private static final int MINUTE = 60;

    /** For programs that end soon after their start. */
    private static final String START_FAST = "-XX:TieredStopAtLevel=1";

    private final Process process;
    private final Path errors;
    private final BufferedReader answers;
    private final PrintWriter questions;

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** The agent's jar, as it is handed out. */
    static Path jar() {
        return JAR;
    }

    /**
     * Starts a JVM with the agent.
     *
     * @param options of the agent
     * @param program the simple name of its class, which must not be loaded here, where the agent sees it too
     */
    static ChildJvm withAgent(String options, String program, String... arguments) {
        return start(List.of("-javaagent:" + JAR + (options.isEmpty() ? "" : "=" + options)), program, arguments);
    }

    static ChildJvm start(List<String> options, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(START_FAST, "-cp", classPath(), ChildJvm.class.getPackageName() + ".programs." + program));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("child", ".err");
            errors.toFile().deleteOnExit();
            return new ChildJvm(
                    new ProcessBuilder(command)
                            .redirectError(Redirect.to(errors.toFile()))
                            .start(),
                    errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the agent's own classes, which no application has. */
    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (!entry.endsWith("plimsoll-agent.jar") && !entry.matches(".*agent.target.classes.?")) {
                entries.add(entry);
            }
        }
        return String.join(System.getProperty("path.separator"), entries);
    }

    long pid() {
        return process.pid();
    }

    /** What the program prints next. */
    String answer() {
        try {
            String line = answers.readLine();
            return line == null ? "ended: " + errors() : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ask(String question) {
        questions.println(question);
        return answer();
    }

    /**
     * Gives a command to the agent, as the command line does.
     *
     * @return the first line of the answer
     */
    String tell(String command, String... options) throws AttachNotSupportedException, IOException {
        Path folder = Files.createTempDirectory("tell");
        Path path = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid()));
            try {
                machine.loadAgent(jar().toString(), "command=" + command + ",channel=" + path);
                return answerOf(server, options);
            } catch (AgentLoadException | AgentInitializationException e) {
                throw new IllegalStateException(e);
            } finally {
                machine.detach();
            }
        } finally {
            Files.deleteIfExists(path);
            Files.delete(folder);
        }
    }

    private static String answerOf(ServerSocketChannel server, String... options) throws IOException {
        try (SocketChannel answer = server.accept()) {
            String request = String.join("\n", options) + (options.length == 0 ? "\n" : "\n\n");
            answer.write(StandardCharsets.UTF_8.encode(request));
            String all = new String(Channels.newInputStream(answer).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().findFirst().orElse("");
        }
    }

    /** What it has printed to System.err. */
    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int awaitEnd() throws InterruptedException {
        questions.close();
        if (!process.waitFor(MINUTE, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end: " + errors());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
