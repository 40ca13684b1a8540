package cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A data directory and the process that may run on it. */
final class Node {
    /** Below the ports that the system gives to outgoing connections, one of which could take it while the server is down. */
    private static final int LOWEST_PORT = 15_000;

    private static final int HIGHEST_PORT = 32_000;
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final int LOG_TAIL = 15;

    private final Path postgres;
    private final DataDirectory data;
    private final Path log;
    private final int port = freePort();
    private final Map<String, String> settings;
    private volatile @Nullable Postmaster postmaster;

    Node(Path home, Template template, Map<String, String> settings) {
        this.postgres = template.postgres();
        this.data = new DataDirectory(home.resolve("data"));
        this.log = home.resolve("log");
        this.settings = new LinkedHashMap<>(settings);
        this.settings.put("port", Integer.toString(port));
        data.copyFrom(template.data());
        data.settings(this.settings);
    }

    int port() {
        return port;
    }

    DataDirectory data() {
        return data;
    }

    boolean isRunning() {
        Postmaster present = postmaster;
        return present != null && present.isAlive();
    }

    void start() {
        postmaster = Postmaster.start(postgres, data.path(), log);
    }

    void set(String setting, String value) {
        settings.put(setting, value);
        data.settings(settings);
        Postmaster present = postmaster;
        if (present != null && present.isAlive()) {
            present.reload();
        }
    }

    /** Writes the settings into files that were copied from elsewhere. */
    void writeSettings() {
        data.settings(settings);
    }

    void stop() {
        end("INT");
    }

    /** Without a checkpoint, but with its shared memory given back. */
    void abandon() {
        end("QUIT");
    }

    void kill() {
        Postmaster present = postmaster;
        if (present != null && present.isAlive()) {
            present.kill();
        }
        // Its process id will be another's one day.
        data.deleteIfExists("postmaster.pid");
        postmaster = null;
    }

    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(String signal) {
        Postmaster present = postmaster;
        if (present != null && present.isAlive() && !present.end(signal, SHUTDOWN)) {
            kill();
        }
        postmaster = null;
    }

    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException e) {
                // Taken: try another.
            }
        }
    }
}
