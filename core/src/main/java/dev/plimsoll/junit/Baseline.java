package dev.plimsoll.junit;

import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.SourcePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The findings that tests accept, from a file of lines that people read; or that file as it is written anew. Immutable. */
final class Baseline {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.test");
    private static final String UPDATE = "-Dplimsoll.test.baseline.update=true";
    private static final String HEADER =
            "# Findings that tests accept, one a line: id, kind, test, place and statement, with tabs"
                    + " between them.\n# A finding is known by its id, in whatever test. " + UPDATE
                    + " writes this file.";

    private final Path file;
    private final boolean updates;
    private final List<Entry> entries;
    private final Set<String> ids;

    private Baseline(Path file, boolean updates, List<Entry> entries) {
        this.file = file;
        this.updates = updates;
        this.entries = List.copyOf(entries);
        this.ids = entries.stream().map(Entry::id).collect(Collectors.toSet());
    }

    /**
     * @param updates whether it is going to be written, so that it need not be there yet
     * @throws InvalidOptionException if the file is not there, or is something else
     */
    static Baseline read(Path file, boolean updates) {
        if (!updates && !Files.exists(file)) {
            throw new InvalidOptionException(
                    "plimsoll.test.baseline names " + file + ", which is not there; " + UPDATE + " writes it");
        }
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : SharedLines.read(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                entries.add(Entry.of(line, file, number));
            }
        }
        return new Baseline(file, updates, entries);
    }

    boolean accepts(Finding finding) {
        return ids.contains(finding.id());
    }

    /**
     * The tests of a class have run: writes what was found in them, or says what was not found any more.
     *
     * @param found by test and id, what would fail without a baseline
     * @param unfinished tests that did not come to their end, of which nothing can be said
     */
    void close(Map<String, Map<String, Finding>> found, Set<String> unfinished) {
        if (updates) {
            update(found, unfinished);
            return;
        }
        for (Entry entry : entries) {
            Map<String, Finding> now = found.get(entry.test);
            if (now != null && !now.containsKey(entry.id) && !unfinished.contains(entry.test)) {
                LOG.warn(
                        "{} accepts {} {} at {} in {}, which is not found any more; {} removes it",
                        file,
                        entry.kind,
                        entry.id,
                        entry.place,
                        entry.test,
                        UPDATE);
            }
        }
    }

    private void update(Map<String, Map<String, Finding>> found, Set<String> unfinished) {
        List<Entry> added = new ArrayList<>();
        found.forEach((test, findings) -> findings.values().forEach(finding -> added.add(Entry.of(finding, test))));
        SharedLines.exclusively(file, () -> {
            List<Entry> all = new ArrayList<>(read(file, true).entries);
            all.removeIf(entry -> found.containsKey(entry.test) && !unfinished.contains(entry.test));
            all.addAll(added);
            List<String> lines = all.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Entry::test)
                            .thenComparing(Entry::kind)
                            .thenComparing(Entry::id))
                    .map(Entry::line)
                    .toList();
            SharedLines.write(file, HEADER + "\n" + String.join("", lines));
        });
    }

    /** One accepted finding in one test. */
    private record Entry(String id, String kind, String test, String place, String shape) {
        private static final int COLUMNS = 5;

        static Entry of(String line, Path file, int number) {
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS || columns[0].isBlank() || !columns[2].contains("#")) {
                throw new InvalidOptionException("plimsoll.test.baseline names " + file + ", whose line " + number
                        + " cannot be read: '" + RecordingText.shortened(line)
                        + "'; it must be id, kind, test, place and statement with tabs between them. Delete it, and "
                        + UPDATE + " writes it");
            }
            return new Entry(columns[0], columns[1], columns[2], columns[3], columns[4]);
        }

        static Entry of(Finding finding, String test) {
            Function<String, String> oneLine = text -> text.replaceAll("\\s+", " ");
            String place = SourcePlace.of(finding).map(SourcePlace::method).orElse("");
            return new Entry(
                    finding.id(),
                    finding.kind(),
                    oneLine.apply(test),
                    oneLine.apply(place),
                    oneLine.apply(RecordingText.shortened(finding.shape())));
        }

        String line() {
            return String.join("\t", id, kind, test, place, shape) + "\n";
        }
    }
}
