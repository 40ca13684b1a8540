package dev.plimsoll.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Files that several JVMs of one build read, change and write again, one after the other. */
final class SharedLines {
    private SharedLines() {}

    /** The lines of a file; none if it is not there. */
    static List<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes a file as a whole, so that nobody ever reads a part of it. */
    static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path written = Files.createTempFile(folder, "plimsoll", ".tmp");
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Runs {@code action} while no other thread and no other process does so for the same file. The lock is a file beside the JVM's
     * other temporary files, so that none is left next to sources.
     */
    @SuppressWarnings("try") // the lock is there to be closed
    static void exclusively(Path file, Runnable action) {
        String name = "plimsoll-" + System.getProperty("user.name") + "-"
                + Integer.toHexString(file.toAbsolutePath().normalize().hashCode()) + ".lock";
        Path lockFile = Path.of(System.getProperty("java.io.tmpdir"), name.replaceAll("[^\\w.-]", "_"));
        synchronized (SharedLines.class) { // a process cannot lock a file twice
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                action.run();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot lock " + lockFile, e);
            }
        }
    }
}
