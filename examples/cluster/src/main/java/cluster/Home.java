package cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary directory that does not outlive its JVM, nor do the servers in it.
 *
 * <p>A shutdown hook is not enough: a test's JVM may be halted or killed. So a shell holds the end of a pipe, and cleans up
 * when the other end closes, for whatever reason it does.
 */
final class Home implements AutoCloseable {
    private static final String CLEANER = """
            trap '' INT TERM HUP
            read -r ignored
            for file in "$1"/*/data/postmaster.pid; do
              [ -f "$file" ] && kill -QUIT "$(head -n 1 "$file")" && sleep 1
            done
            rm -rf "$1"
            """;

    private final Path path;
    private final Process cleaner;

    private Home(Path path, Process cleaner) {
        this.path = path;
        this.cleaner = cleaner;
    }

    static Home create() {
        try {
            Path path = Files.createTempDirectory("plimsoll-cluster-");
            Process cleaner = new ProcessBuilder("sh", "-c", CLEANER, "cleaner", path.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Home(path, cleaner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            cleaner.getOutputStream().close();
            cleaner.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
