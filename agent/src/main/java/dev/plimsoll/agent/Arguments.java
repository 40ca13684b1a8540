package dev.plimsoll.agent;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows the jar on the command line: {@code key=value,…}, or {@code @file}. A part without {@code =} continues the list before it,
 * as in {@code replicas=a:5432,b:5432}.
 */
final class Arguments {
    private static final String PREFIX = "plimsoll.";

    private Arguments() {}

    /**
     * Values by key, without prefix.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static Map<String, String> of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new TreeMap<>();
        }
        return text.startsWith("@") ? file(text.substring(1)) : parts(text);
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> values = new TreeMap<>();
        String key = null;
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                key = key(part.substring(0, equals));
                add(values, key, part.substring(equals + 1));
            } else if (key == null || equals == 0) {
                throw new IllegalArgumentException(
                        "'" + part + "' is not an option; options are written key=value,key=value or @file");
            } else {
                values.merge(key, part, (before, more) -> before + "," + more);
            }
        }
        return values;
    }

    private static Map<String, String> file(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the file of options '" + name + "' cannot be read: " + reason(e), e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> add(values, key(key), properties.getProperty(key)));
        return values;
    }

    private static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        return failure instanceof CharacterCodingException
                ? "it is not in UTF-8"
                : String.valueOf(failure.getMessage());
    }

    private static void add(Map<String, String> values, String key, String value) {
        if (values.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("the option '" + PREFIX + key + "' is given twice");
        }
    }

    private static String key(String written) {
        String key = written.strip();
        return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    }
}
