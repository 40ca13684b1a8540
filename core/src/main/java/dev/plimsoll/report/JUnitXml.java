package dev.plimsoll.report;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Findings in the format of JUnit's XML reports, which build servers show as tests: each warning and error as one that fails, what a
 * baseline accepts as one that is skipped, information as one that passes.
 */
public final class JUnitXml implements FindingDocument {

    @Override
    public Entry entry(Finding finding, Function<SourcePlace, String> files, boolean accepted) {
        Optional<SourcePlace> place = SourcePlace.of(finding);
        StringBuilder xml = new StringBuilder("<testcase");
        attribute(xml, "classname", place.map(SourcePlace::type).orElse(finding.kind()));
        attribute(xml, "name", finding.kind() + " " + finding.id());
        place.ifPresent(at -> attribute(xml, "file", files.apply(at)));
        place.filter(at -> at.line() > 0).ifPresent(at -> attribute(xml, "line", String.valueOf(at.line())));
        xml.append('>');
        String block = LogReporter.block(finding);
        if (accepted) {
            element(xml, "skipped", "accepted by plimsoll.test.baseline", block);
        } else if (finding.severity() == Severity.INFO) {
            xml.append("<system-out>").append(escaped(block)).append("</system-out>");
        } else {
            element(xml, "failure", block.lines().findFirst().orElseThrow(), block);
        }
        return new Entry(
                finding.id(),
                finding.kind(),
                finding.documentation(),
                xml.append("</testcase>").toString());
    }

    private static void element(StringBuilder xml, String name, String message, String content) {
        xml.append('<').append(name);
        attribute(xml, "message", message);
        xml.append('>').append(escaped(content)).append("</").append(name).append('>');
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n', '\r' -> xml.append("&#").append(c).append(';');
                default -> xml.appendCodePoint(isLegal(c) ? c : '?');
            }
        });
        return xml.toString();
    }

    private static boolean isLegal(int c) {
        return c >= ' ' && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String of(List<Entry> entries) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n<testsuite");
        attribute(xml, "name", "plimsoll");
        attribute(xml, "tests", String.valueOf(entries.size()));
        attribute(xml, "failures", count(entries, "<failure "));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", count(entries, "<skipped "));
        xml.append(">\n");
        entries.forEach(entry -> xml.append(entry.text()).append('\n'));
        return xml.append("</testsuite>\n</testsuites>\n").toString();
    }

    private static String count(List<Entry> entries, String element) {
        return String.valueOf(
                entries.stream().filter(entry -> entry.text().contains(element)).count());
    }
}
