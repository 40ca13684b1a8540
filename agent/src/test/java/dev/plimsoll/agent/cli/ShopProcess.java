package dev.plimsoll.agent.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import shop.Shop;

/** The shop in a JVM of its own, warm, and then at rest until it is told what to do. */
final class ShopProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private ShopProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
        input = process.outputWriter(StandardCharsets.UTF_8);
        awaitDone();
    }

    /** With options for the JVM. */
    static ShopProcess of(Path java, String... options) throws IOException {
        return of(List.of(java.toString()), classPath(), options);
    }

    static ShopProcess of(List<String> java, List<Path> classPath, String... options) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(Arrays.asList(options));
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
        command.add(Shop.class.getName());
        command.add("--password=secret");
        return new ShopProcess(command);
    }

    /** What the shop needs, and nothing of Plimsoll. */
    static List<Path> classPath() {
        return Stream.of(Shop.class, HikariDataSource.class, org.h2.Driver.class, LoggerFactory.class)
                .map(ShopProcess::location)
                .toList();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String pid() {
        return Long.toString(process.pid());
    }

    /** Returns once the shop has done it. */
    void tell(String what) {
        try {
            input.write(what + "\n");
            input.flush();
            awaitDone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitDone() throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals("done")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the shop has ended");
        }
    }

    void end() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        end();
    }
}
