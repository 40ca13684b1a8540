package dev.plimsoll.report;

import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import java.util.Locale;

/** A finding as one line of JSON. */
final class JsonLine {
    private final StringBuilder json = new StringBuilder();

    private JsonLine() {}

    static String of(Finding finding) {
        JsonLine line = new JsonLine();
        line.json.append('{');
        line.text("id", finding.id())
                .text("kind", finding.kind())
                .text("severity", lower(finding.severity()))
                .text("confidence", lower(finding.confidence()))
                .text("unit", finding.unit())
                .text("callSite", finding.callSite())
                .text("shape", finding.shape())
                .number("count", finding.count())
                .number("timeLostMicros", finding.timeLostMicros());
        line.evidence(finding);
        line.text("advice", finding.advice()).text("documentation", finding.documentation());
        return line.json.append('}').toString();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void evidence(Finding finding) {
        key("evidence");
        json.append('[');
        for (Evidence evidence : finding.evidence()) {
            separate();
            json.append('{');
            text("name", evidence.name()).text("value", evidence.value());
            json.append('}');
        }
        json.append(']');
    }

    private JsonLine text(String key, String value) {
        key(key);
        quote(value);
        return this;
    }

    private JsonLine number(String key, long value) {
        key(key);
        json.append(value);
        return this;
    }

    private void key(String key) {
        separate();
        quote(key);
        json.append(':');
    }

    private void separate() {
        char last = json.charAt(json.length() - 1);
        if (last != '{' && last != '[') {
            json.append(',');
        }
    }

    private void quote(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
