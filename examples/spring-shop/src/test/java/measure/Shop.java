package measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shop that runs in a process of its own. */
final class Shop implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String OPEN = "Started ChandleryApplication";

    private final Process process;
    private final int port;
    private final Start start;

    private Shop(Process process, int port, Start start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /**
     * What it took until the shop was open.
     *
     * @param millis by the clock on the wall
     * @param cpuMillis of all its threads
     */
    record Start(double millis, double cpuMillis) {}

    /** Starts it and returns when it is open. */
    static Shop open(Variant variant, Path target) throws IOException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(variant.command(target))
                .redirectErrorStream(true)
                .start();
        BufferedReader log = process.inputReader();
        int port = 0;
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher found = PORT.matcher(line);
            port = found.find() ? Integer.parseInt(found.group(1)) : port;
            if (line.contains(OPEN)) {
                Start start = new Start((System.nanoTime() - began) / 1e6, cpuMillis(process));
                forget(log);
                return new Shop(process, port, start);
            }
        }
        throw new IllegalStateException(variant + " ended before it was open");
    }

    Start start() {
        return start;
    }

    int port() {
        return port;
    }

    /** CPU time of all its threads so far. */
    double cpuMillis() {
        return cpuMillis(process);
    }

    /** CPU time of the threads that compile so far: a shop whose JVM still compiles is not what it will be. */
    double compilerMillis() throws IOException {
        return Compilers.cpuMillis(process.pid());
    }

    private static double cpuMillis(Process process) {
        return process.info()
                        .totalCpuDuration()
                        .map(Duration::toNanos)
                        .orElseThrow(() -> new IllegalStateException("this system does not tell CPU times"))
                / 1e6;
    }

    /** Reads on, so that the shop is not held up by a pipe that is full. */
    private static void forget(BufferedReader log) {
        Thread reader = new Thread(
                () -> {
                    try {
                        log.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // The shop has been closed.
                    }
                },
                "log of the shop");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
