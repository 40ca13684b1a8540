package attach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a process writes to one of its streams, line by line, as far as it has got. Any thread may ask. */
public final class Lines {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private Lines() {}

    static Lines of(InputStream stream, String name) {
        Lines lines = new Lines();
        Thread reader = new Thread(() -> lines.read(stream), name);
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("The stream broke: " + e);
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    public synchronized List<String> all() {
        return List.copyOf(lines);
    }

    /** Waits for line {@code number}, counted from 0. */
    synchronized String line(int number) {
        return await(so -> so.size() > number ? Optional.of(so.get(number)) : Optional.empty());
    }

    /** Waits for a line of which {@code part} makes something. */
    public synchronized <T> T first(Function<String, Optional<T>> part) {
        return await(
                so -> so.stream().flatMap(line -> part.apply(line).stream()).findFirst());
    }

    synchronized void awaitEnd() {
        await(so -> ended ? Optional.of(true) : Optional.empty());
    }

    private synchronized <T> T await(Function<List<String>, Optional<T>> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = wanted.apply(lines);
        while (found.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0) {
                throw new IllegalStateException("Not among its lines: " + lines);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a program", e);
            }
            found = wanted.apply(lines);
        }
        return found.get();
    }
}
