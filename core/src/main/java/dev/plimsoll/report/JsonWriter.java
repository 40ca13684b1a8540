package dev.plimsoll.report;

import java.util.List;
import java.util.Locale;

/** Writes one JSON value, without white space. The caller sees to it that what is begun is ended. Not safe for use by several threads. */
public final class JsonWriter {
    private final StringBuilder json = new StringBuilder();

    /** How a constant is written: in lower case. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public JsonWriter beginObject() {
        return begin('{');
    }

    public JsonWriter beginObject(String key) {
        return key(key).append('{');
    }

    public JsonWriter endObject() {
        return append('}');
    }

    public JsonWriter beginArray() {
        return begin('[');
    }

    public JsonWriter beginArray(String key) {
        return key(key).append('[');
    }

    public JsonWriter endArray() {
        return append(']');
    }

    public JsonWriter text(String key, String value) {
        return key(key).quote(value);
    }

    public JsonWriter texts(String key, List<String> values) {
        beginArray(key);
        for (String value : values) {
            separate();
            quote(value);
        }
        return endArray();
    }

    public JsonWriter number(String key, long value) {
        key(key);
        json.append(value);
        return this;
    }

    /** An element of an array that is JSON already. */
    public JsonWriter written(String value) {
        separate();
        json.append(value);
        return this;
    }

    private JsonWriter begin(char bracket) {
        separate();
        return append(bracket);
    }

    private JsonWriter key(String key) {
        separate();
        return quote(key).append(':');
    }

    private JsonWriter append(char c) {
        json.append(c);
        return this;
    }

    private void separate() {
        char last = json.isEmpty() ? '[' : json.charAt(json.length() - 1);
        if (last != '{' && last != '[') {
            json.append(',');
        }
    }

    private JsonWriter quote(String value) {
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
        return append('"');
    }

    /** What has been written so far. */
    @Override
    public String toString() {
        return json.toString();
    }
}
