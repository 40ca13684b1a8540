package dev.plimsoll.report;

import dev.plimsoll.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends each finding to a file as one line of JSON, when it is first made and when its severity rises. Opens the file for each
 * line, so that none is held open and several processes can share one. Safe for use by many threads.
 */
public final class JsonLinesReporter implements Reporter {
    private final Path file;

    public JsonLinesReporter(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void report(Finding finding) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (Writer writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                writer.write(FindingJson.line(finding) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write findings to " + file, e);
        }
    }
}
