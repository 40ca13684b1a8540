package dev.plimsoll.agent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Linux tells about a process before anything is sent to it. To attach means a SIGQUIT, which ends a process that does not
 * expect it. Elsewhere, and for files that may not be read, every answer is the harmless one.
 */
final class LinuxProcess {
    private static final long QUIT = 1L << (3 - 1);

    private final Path files;

    LinuxProcess(long pid) {
        this.files = Path.of("/proc", Long.toString(pid));
    }

    /** Whether it is known to be something other than a JVM. */
    boolean isNoJvm() {
        try (Stream<String> maps = Files.lines(files.resolve("maps"), StandardCharsets.ISO_8859_1)) {
            return maps.noneMatch(line -> line.contains("libjvm"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Whether it is known to die of a SIGQUIT, as a JVM does that has only just started; it listens already if it got one before. */
    boolean diesOfQuit() {
        if (Files.exists(files.resolve("root/tmp/.java_pid" + files.getFileName()))) {
            return false;
        }
        try (Stream<String> status = Files.lines(files.resolve("status"), StandardCharsets.ISO_8859_1)) {
            return status.filter(line -> line.startsWith("SigCgt:"))
                    .map(line -> line.substring("SigCgt:".length()).strip())
                    .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & QUIT) == 0);
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return false;
        }
    }

    /** Whether a word of its command line is this one. */
    boolean wasStartedWith(String word) {
        return commandLine().contains(word);
    }

    /** Empty if it may not be read. */
    List<String> commandLine() {
        try {
            String line = Files.readString(files.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return List.of(line.split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether this file of ours is known to be missing, or another one, in the file system that the process sees. */
    boolean seesAnother(Path ours) {
        Path root = files.resolve("root");
        try {
            if (!Files.isDirectory(root) || !Files.isReadable(root)) {
                return false;
            }
            Path theirs = Path.of(root + ours.toAbsolutePath().toString());
            return !Files.exists(theirs) || !Files.isSameFile(ours, theirs);
        } catch (IOException e) {
            return false;
        }
    }
}
