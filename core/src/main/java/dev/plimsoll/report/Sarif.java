package dev.plimsoll.report;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
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
        String text = JsonLine.object(result -> {
            result.text("ruleId", finding.kind())
                    .text("level", level(finding.severity()))
                    .object("message", message -> message.text("text", message(finding)));
            SourcePlace.of(finding)
                    .ifPresent(place -> result.array(
                            "locations",
                            locations -> locations.element(location -> location(location, place, files.apply(place)))));
            result.object("partialFingerprints", prints -> prints.text(FINGERPRINT, finding.id()));
            if (accepted) {
                result.array(
                        "suppressions",
                        all -> all.element(one -> one.text("kind", "external")
                                .text("justification", "accepted by plimsoll.test.baseline")));
            }
            result.object(
                    "properties",
                    properties -> properties
                            .text("unit", finding.unit())
                            .text("confidence", finding.confidence().name().toLowerCase(Locale.ROOT))
                            .text("statement", finding.shape()));
        });
        return new Entry(finding.id(), finding.kind(), finding.documentation(), text);
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

    private static void location(JsonLine location, SourcePlace place, String file) {
        location.object("physicalLocation", physical -> {
            physical.object(
                    "artifactLocation",
                    artifact -> artifact.text("uri", uri(file)).text("uriBaseId", "%SRCROOT%"));
            if (place.line() > 0) {
                physical.object("region", region -> region.number("startLine", place.line()));
            }
        });
        location.array(
                "logicalLocations",
                logical -> logical.element(method ->
                        method.text("fullyQualifiedName", place.method()).text("kind", "function")));
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
        return JsonLine.object(root -> root.text("$schema", SCHEMA)
                        .text("version", "2.1.0")
                        .array(
                                "runs",
                                runs -> runs.element(run -> run.object(
                                                "tool",
                                                tool -> tool.object("driver", driver -> driver(driver, entries)))
                                        .text("columnKind", "utf16CodeUnits")
                                        .array(
                                                "results",
                                                results -> entries.forEach(e -> results.element("\n" + e.text()))))))
                + "\n";
    }

    private static void driver(JsonLine driver, List<Entry> entries) {
        Map<String, String> rules = new TreeMap<>();
        entries.forEach(entry -> rules.put(entry.kind(), entry.documentation()));
        driver.text("name", "Plimsoll")
                .text("informationUri", "https://plimsoll.dev")
                .array("rules", all -> rules.forEach((kind, page) -> all.element(rule -> rule(rule, kind, page))));
    }

    private static void rule(JsonLine rule, String kind, String page) {
        rule.text("id", kind);
        Rules.description(kind)
                .ifPresent(text -> rule.object("shortDescription", description -> description.text("text", text)));
        if (!page.isEmpty()) {
            rule.text("helpUri", page);
        }
    }
}
