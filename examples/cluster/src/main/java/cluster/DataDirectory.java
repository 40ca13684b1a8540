package cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of one server. */
record DataDirectory(Path path) {
    /** Included at the end of {@code postgresql.conf}. */
    static final String SETTINGS = "cluster.conf";

    /** What the manual says not to copy from a running server: of no use to another, or streamed to it anyhow. */
    private static final Set<String> LEFT_OUT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pgsql_tmp");

    /** Copies the files of a server that is shut down. */
    void copyFrom(Path source) {
        copy(source, Set.of());
    }

    /** Copies the files of a running server, between the begin and the end of a backup. */
    void copyFromRunning(DataDirectory source) {
        copy(source.path(), LEFT_OUT);
    }

    void settings(Map<String, String> settings) {
        write(
                SETTINGS,
                settings.entrySet().stream()
                        .map(setting ->
                                setting.getKey() + " = '" + setting.getValue().replace("'", "''") + "'\n")
                        .collect(Collectors.joining()));
    }

    void markStandby() {
        write("standby.signal", "");
    }

    void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteIfExists(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                @SuppressWarnings("NullAway") // The exception is null when all went well.
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path source, Set<String> emptied) {
        try {
            Files.createDirectories(path.getParent());
            Files.walkFileTree(source, new Copy(source, path, emptied));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A running server deletes files while they are copied: those are none of the backup. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path source;
        private final Path target;
        private final Set<String> emptied;

        Copy(Path source, Path target, Set<String> emptied) {
            this.source = source;
            this.target = target;
            this.emptied = emptied;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            // With its permissions: the server refuses a directory that others may read.
            Files.copy(directory, counterpart(directory), StandardCopyOption.COPY_ATTRIBUTES);
            return emptied.contains(String.valueOf(directory.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = String.valueOf(file.getFileName());
            if (!name.startsWith("postmaster.") && !name.equals("epg-lock")) {
                try {
                    Files.copy(file, counterpart(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                } catch (NoSuchFileException e) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private Path counterpart(Path file) {
            return target.resolve(source.relativize(file));
        }
    }
}
