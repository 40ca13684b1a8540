package dev.plimsoll.report;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Findings as one run in SARIF 2.1.0, which code scanning shows beside the lines of a change. A result's fingerprint is the finding's
 * id, so it stays one alert when lines move.
 */
public final class Sarif implements FindingDocument {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String FINGERPRINT = "plimsoll/v1";

    @Override
    public Entry entry(Finding finding, Function<SourcePlace, String> files, boolean accepted) {
        JsonWriter json =
                new JsonWriter().beginObject().text("ruleId", finding.kind()).text("level", level(finding.severity()));
        json.beginObject("message").text("text", message(finding)).endObject();
        SourcePlace.of(finding).ifPresent(place -> locations(json, place, files.apply(place)));
        json.beginObject("partialFingerprints").text(FINGERPRINT, finding.id()).endObject();
        if (accepted) {
            suppressions(json);
        }
        json.beginObject("properties")
                .text("unit", finding.unit())
                .text("confidence", JsonWriter.name(finding.confidence()))
                .text("statement", finding.shape())
                .endObject();
        return new Entry(
                finding.id(),
                finding.kind(),
                finding.documentation(),
                json.endObject().toString());
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case INFO -> "note";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    private static String message(Finding finding) {
        return LogReporter.block(finding).lines().findFirst().orElseThrow() + ". " + finding.advice();
    }

    private static void locations(JsonWriter json, SourcePlace place, String file) {
        json.beginArray("locations").beginObject().beginObject("physicalLocation");
        json.beginObject("artifactLocation")
                .text("uri", uri(file))
                .text("uriBaseId", "%SRCROOT%")
                .endObject();
        if (place.line() > 0) {
            json.beginObject("region").number("startLine", place.line()).endObject();
        }
        json.endObject().beginArray("logicalLocations").beginObject();
        json.text("fullyQualifiedName", place.method()).text("kind", "function");
        json.endObject().endArray().endObject().endArray();
    }

    private static void suppressions(JsonWriter json) {
        json.beginArray("suppressions").beginObject();
        json.text("kind", "external").text("justification", "accepted by plimsoll.test.baseline");
        json.endObject().endArray();
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path of a file: " + path, e);
        }
    }

    @Override
    public String of(List<Entry> entries) {
        JsonWriter json = new JsonWriter().beginObject().text("$schema", SCHEMA).text("version", "2.1.0");
        json.beginArray("runs").beginObject().beginObject("tool").beginObject("driver");
        driver(json, entries);
        json.endObject().endObject().text("columnKind", "utf16CodeUnits").beginArray("results");
        entries.forEach(entry -> json.written("\n" + entry.text()));
        return json.endArray().endObject().endArray().endObject() + "\n";
    }

    private static void driver(JsonWriter json, List<Entry> entries) {
        Map<String, String> rules = new TreeMap<>();
        entries.forEach(entry -> rules.put(entry.kind(), entry.documentation()));
        json.text("name", "Plimsoll")
                .text("informationUri", "https://plimsoll.dev")
                .beginArray("rules");
        rules.forEach((kind, page) -> rule(json, kind, page));
        json.endArray();
    }

    private static void rule(JsonWriter json, String kind, String page) {
        json.beginObject().text("id", kind);
        Rules.description(kind)
                .ifPresent(text ->
                        json.beginObject("shortDescription").text("text", text).endObject());
        if (!page.isEmpty()) {
            json.text("helpUri", page);
        }
        json.endObject();
    }
}
