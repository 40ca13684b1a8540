package dev.plimsoll.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where a person gives commands to the real jar. */
final class Terminal {
    private static final Path JAR = Path.of(System.getProperty("agent.jar"));

    private final List<String> java;
    private final Path jar;

    private Terminal(List<String> java, Path jar) {
        this.java = java;
        this.jar = jar;
    }

    static Terminal usual() {
        return new Terminal(List.of(Jdks.ownJava().toString()), JAR);
    }

    /** With words of its own before {@code -jar}, and perhaps a copy of the jar. */
    static Terminal of(Path jar, String... java) {
        return new Terminal(Arrays.asList(java), jar);
    }

    static Path jar() {
        return JAR;
    }

    Said say(String... words) {
        try (Running running = begin(words)) {
            String out = running.rest();
            return new Said(running.exitCode(), out, running.errors());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Running begin(String... words) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(Arrays.asList(words));
        return new Running(new ProcessBuilder(command).start());
    }

    /** What a command said, and how it ended. */
    record Said(int exitCode, String out, String err) {}

    /** A command that has not ended yet. */
    static final class Running implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;
        private final CompletableFuture<String> errors;

        private Running(Process process) {
            this.process = process;
            this.output = process.inputReader(StandardCharsets.UTF_8);
            this.errors = CompletableFuture.supplyAsync(() -> all(process.errorReader(StandardCharsets.UTF_8)));
        }

        /** Reads on until a line holds this; returns that line. */
        String awaitLine(String part) throws IOException {
            String line = output.readLine();
            while (line != null && !line.contains(part)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IOException("ended before '" + part + "': " + errors());
            }
            return line;
        }

        String rest() {
            return all(output);
        }

        String errors() {
            return errors.join();
        }

        int exitCode() {
            return process.onExit().join().exitValue();
        }

        private static String all(BufferedReader reader) {
            StringBuilder text = new StringBuilder();
            reader.lines().forEach(line -> text.append(line).append('\n'));
            return text.toString();
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
