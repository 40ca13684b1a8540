package dev.plimsoll.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JDKs that lie beside the one that runs the tests, each once, as far as the agent is for them. */
final class Jdks {
    private static final int OLDEST = 17;

    private Jdks() {}

    /** The java command of the JDK that runs the tests. */
    static Path ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static List<Path> javas() {
        Path own = ownJava();
        try (Stream<Path> siblings =
                Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
            Stream<Path> others = siblings.map(home -> home.resolve("bin/java")).filter(Jdks::isFit);
            return Stream.concat(Stream.of(own), others)
                    .map(Jdks::real)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of(own);
        }
    }

    private static boolean isFit(Path java) {
        Path release = java.getParent().resolveSibling("release");
        try {
            return Files.isExecutable(java)
                    && Files.isRegularFile(java.resolveSibling("javac"))
                    && Files.readAllLines(release).stream()
                            .filter(line -> line.startsWith("JAVA_VERSION="))
                            .map(line -> line.replaceAll("\\D+", " ").strip().split(" ")[0])
                            .anyMatch(feature -> Integer.parseInt(feature) >= OLDEST);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path real(Path java) {
        try {
            return java.toRealPath();
        } catch (IOException e) {
            return java;
        }
    }
}
