package dev.plimsoll.junit;

import dev.plimsoll.report.SourcePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds source files from the root of the repository, where code scanning looks for them: in this module and in those beside it. */
final class SourceFiles {
    private static final List<String> ROOTS =
            List.of("src/main/java", "src/test/java", "src/main/kotlin", "src/test/kotlin");

    private final Path repository;
    private final List<Path> roots = new ArrayList<>();

    SourceFiles(Path module) {
        repository = repository(module);
        addRoots(module);
        Path parent = module.getParent();
        if (!module.equals(repository) && parent != null) {
            try (Stream<Path> others = Files.list(parent)) {
                others.sorted().forEach(this::addRoots);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + parent, e);
            }
        }
    }

    static SourceFiles ofWorkingDirectory() {
        return new SourceFiles(Path.of("").toAbsolutePath());
    }

    private static Path repository(Path module) {
        for (Path folder = module; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return module;
    }

    private void addRoots(Path module) {
        ROOTS.stream().map(module::resolve).filter(Files::isDirectory).forEach(roots::add);
    }

    /** The file's path from the root of the repository with slashes; from its source folder if it is not found. */
    String find(SourcePlace place) {
        for (Path root : roots) {
            Path file = root.resolve(place.path());
            if (Files.exists(file)) {
                return repository.relativize(file).toString().replace('\\', '/');
            }
        }
        return place.path();
    }
}
