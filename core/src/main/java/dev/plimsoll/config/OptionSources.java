package dev.plimsoll.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Where options come from when they are not given in place: system properties, then {@code plimsoll.properties} on the class path. */
final class OptionSources {
    static final String FILE = "plimsoll.properties";

    private OptionSources() {}

    static Map<String, String> complete(Map<String, String> given) {
        Map<String, String> values = prefixed(System.getProperties());
        values.putAll(given);
        return completeFromFile(values);
    }

    static Map<String, String> completeFromFile(Map<String, String> given) {
        Map<String, String> values = file();
        values.putAll(given);
        return values;
    }

    /** The options among {@code properties}, without their prefix. */
    static Map<String, String> prefixed(Properties properties) {
        Map<String, String> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(Options.PREFIX)) {
                values.put(name.substring(Options.PREFIX.length()), properties.getProperty(name));
            }
        }
        return values;
    }

    private static Map<String, String> file() {
        Properties properties = new Properties();
        try (InputStream file = OptionSources.class.getClassLoader().getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidOptionException(FILE + " on the class path cannot be read: " + e.getMessage());
        }
        for (String name : properties.stringPropertyNames()) {
            if (!name.startsWith(Options.PREFIX)) {
                throw new InvalidOptionException("'" + name + "' in " + FILE
                        + " is not an option of Plimsoll: all of them begin with " + Options.PREFIX);
            }
        }
        return prefixed(properties);
    }
}
