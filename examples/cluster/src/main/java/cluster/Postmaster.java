package cluster;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running server's first process, whose children are all its others. */
final class Postmaster {
    private static final Duration DEATH = Duration.ofSeconds(10);

    private final Process process;

    private Postmaster(Process process) {
        this.process = process;
    }

    static Postmaster start(Path postgres, Path data, Path log) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // The server refuses to be root; in a user namespace of its own it is nobody, with the same files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(postgres.toString(), "-D", data.toString()));
        try {
            return new Postmaster(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal to any process of this user. */
    static void signal(long process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void reload() {
        signal(process.pid(), "HUP");
    }

    /** Whether it ended in time after this signal. */
    boolean end(String signal, Duration limit) {
        signal(process.pid(), signal);
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kills it and its children, which would otherwise notice and end in their own good time. */
    void kill() {
        // Halted first, so that it starts no more children meanwhile.
        signal(process.pid(), "STOP");
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Await.until(
                () -> !process.isAlive() && children.stream().noneMatch(Postmaster::runs),
                DEATH,
                () -> "Processes did not end");
    }

    /** Dead but not yet waited for by whoever inherited it is dead enough: its memory is given back. */
    private static boolean runs(ProcessHandle child) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"));
            return !status.substring(status.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return child.isAlive(); // Gone, or not Linux.
        }
    }
}
