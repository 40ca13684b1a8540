package dev.plimsoll.junit;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.FindingDocument;
import dev.plimsoll.report.FindingDocument.Entry;
import dev.plimsoll.report.SourcePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A file of findings that the test classes and JVMs of a build write together. Beside it lie its parts, one line for each test and
 * finding; whoever has run a test replaces the lines of that test and puts the file together anew.
 *
 * @param file the file
 * @param document its format
 */
record ReportFile(Path file, FindingDocument document) {

    /** Replaces what was found in the given tests, by test and id. */
    void replace(
            Map<String, Map<String, Finding>> found,
            Function<SourcePlace, String> sources,
            Predicate<Finding> accepted) {
        Path parts = file.resolveSibling(file.getFileName() + ".parts");
        List<String> added = new ArrayList<>();
        found.forEach((test, findings) -> findings.values()
                .forEach(finding -> added.add(line(test, document.entry(finding, sources, accepted.test(finding))))));
        SharedLines.exclusively(file, () -> {
            List<String> before = SharedLines.read(parts);
            List<String> after = new ArrayList<>(added);
            before.stream().filter(line -> !found.containsKey(column(line, 0))).forEach(after::add);
            after.sort(null);
            if (!after.equals(before) || !Files.exists(file)) {
                SharedLines.write(
                        parts,
                        String.join("", after.stream().map(line -> line + "\n").toList()));
                SharedLines.write(file, document.of(entries(after)));
            }
        });
    }

    /** Each finding once, whatever tests it was made in. */
    private static List<Entry> entries(List<String> lines) {
        Map<String, Entry> entries = new TreeMap<>();
        for (String line : lines) {
            Entry entry = new Entry(column(line, 1), column(line, 2), column(line, 3), column(line, 4));
            entries.putIfAbsent(entry.kind() + entry.id(), entry);
        }
        return List.copyOf(entries.values());
    }

    private static String line(String test, Entry entry) {
        return String.join("\t", test, entry.id(), entry.kind(), entry.documentation(), entry.text());
    }

    private static String column(String line, int number) {
        return line.split("\t", 5)[number];
    }
}
