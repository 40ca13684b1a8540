package dev.plimsoll.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each kind of finding that comes with Plimsoll is, in one line, as the table of the detectors' pages says. */
final class Rules {
    private static final Map<String, String> DESCRIPTIONS = read();

    private Rules() {}

    static Optional<String> description(String kind) {
        return Optional.ofNullable(DESCRIPTIONS.get(kind));
    }

    private static Map<String, String> read() {
        try (InputStream file = Rules.class.getResourceAsStream("rules.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(rule -> rule[0], rule -> rule[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
