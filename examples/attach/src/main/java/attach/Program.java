package attach;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program in a JVM of its own, which ends when its standard input does, and at the latest when this is closed. */
public final class Program implements AutoCloseable {
    private static final int SECONDS_TO_END = 30;

    private final Process process;
    private final Writer input;
    private final Lines output;
    private final Lines errors;
    private int read;

    private Program(Process process) {
        this.process = process;
        this.input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.output = Lines.of(process.getInputStream(), "output of " + process.pid());
        this.errors = Lines.of(process.getErrorStream(), "errors of " + process.pid());
    }

    /** Starts this JVM's {@code java} with these arguments. */
    public static Program java(List<String> arguments) throws IOException {
        return java(arguments, Path.of(""));
    }

    /** Starts it in a directory. */
    public static Program java(List<String> arguments, Path directory) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        File in = directory.toAbsolutePath().toFile();
        return new Program(new ProcessBuilder(command).directory(in).start());
    }

    public long pid() {
        return process.pid();
    }

    public Lines output() {
        return output;
    }

    public Lines errors() {
        return errors;
    }

    /** The next line of its output, which may be long in coming. */
    public String next() {
        return output.line(read++);
    }

    /** Writes a line to its input. */
    public void tell(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    /** Tells it a line and waits for the one with which it answers. */
    public String ask(String line) throws IOException {
        tell(line);
        return next();
    }

    /** Ends its input and waits for its end. Returns its exit status. */
    public int end() throws IOException, InterruptedException {
        input.close();
        awaitEnd();
        return process.exitValue();
    }

    /** Has it end as the operating system does, and waits for that. */
    public void stop() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The program does not end: " + errors.all());
        }
        output.awaitEnd();
        errors.awaitEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
