package dev.plimsoll.report;

import dev.plimsoll.finding.Evidence;
import dev.plimsoll.finding.Finding;
import java.util.Locale;
import java.util.function.Consumer;

/** A finding, or any other object, as one line of JSON. */
final class JsonLine {
    private final StringBuilder json = new StringBuilder();

    private JsonLine() {}

    static String of(Finding finding) {
        return object(line -> line.finding(finding));
    }

    /** An object of the given members. */
    static String object(Consumer<JsonLine> members) {
        JsonLine line = new JsonLine();
        line.nested('{', members, '}');
        return line.json.toString();
    }

    private void finding(Finding finding) {
        text("id", finding.id())
                .text("kind", finding.kind())
                .text("severity", lower(finding.severity()))
                .text("confidence", lower(finding.confidence()))
                .text("unit", finding.unit())
                .text("callSite", finding.callSite())
                .text("shape", finding.shape())
                .number("count", finding.count())
                .number("timeLostMicros", finding.timeLostMicros());
        array("evidence", all -> finding.evidence().forEach(one -> evidence(all, one)));
        text("advice", finding.advice()).text("documentation", finding.documentation());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void evidence(JsonLine all, Evidence one) {
        all.element(json -> json.text("name", one.name()).text("value", one.value()));
    }

    /** A member that is an object. */
    JsonLine object(String key, Consumer<JsonLine> members) {
        key(key);
        return nested('{', members, '}');
    }

    /** A member that is an array. */
    JsonLine array(String key, Consumer<JsonLine> elements) {
        key(key);
        return nested('[', elements, ']');
    }

    /** An element of an array that is an object. */
    JsonLine element(Consumer<JsonLine> members) {
        separate();
        return nested('{', members, '}');
    }

    /** An element of an array that is written already. */
    JsonLine element(String written) {
        separate();
        json.append(written);
        return this;
    }

    private JsonLine nested(char open, Consumer<JsonLine> content, char close) {
        json.append(open);
        content.accept(this);
        json.append(close);
        return this;
    }

    JsonLine text(String key, String value) {
        key(key);
        quote(value);
        return this;
    }

    JsonLine number(String key, long value) {
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
