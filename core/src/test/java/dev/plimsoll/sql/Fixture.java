package dev.plimsoll.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case from a file of the folder of its dimension. Cases are separated by empty lines. The first line is the title, with the
 * dialects in brackets (PostgreSQL if there are none); then come lines whose first character says what they are: {@code >} a text,
 * {@code |} one more line of that text, anything else what the dimension makes of it. {@code {U+00A0}} stands for a character that
 * would not be seen. Lines that begin with {@code #} are remarks.
 */
record Fixture(String title, List<Dialect> dialects, List<String> texts, List<String> expectations) {
    private static final Pattern TITLE = Pattern.compile("([^\\[]+?)(?: \\[([A-Z0-9_, ]+)])?");
    private static final Pattern CHARACTER = Pattern.compile("\\{U\\+([0-9A-F]{4})}");

    static List<Fixture> load(String dimension) {
        try (Stream<Path> files = Files.list(folder(dimension))) {
            return files.sorted().flatMap(Fixture::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder(String dimension) {
        try {
            return Path.of(Fixture.class.getResource(dimension).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<Fixture> read(Path file) {
        try {
            String withoutRemarks = Files.readString(file).replaceAll("(?m)^#.*\n", "");
            return Stream.of(withoutRemarks.split("\n\n+"))
                    .filter(text -> !text.isBlank())
                    .map(text -> parse(file, text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Fixture parse(Path file, String text) {
        String[] lines = text.strip().split("\n");
        Matcher title = TITLE.matcher(lines[0]);
        if (!title.matches()) {
            throw new IllegalArgumentException(file + ": " + lines[0]);
        }
        List<String> texts = new ArrayList<>();
        List<String> expectations = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            if (line.startsWith("> ")) {
                texts.add(unescape(line.substring(2)));
            } else if (line.startsWith("| ")) {
                texts.add(texts.remove(texts.size() - 1) + "\n" + unescape(line.substring(2)));
            } else {
                expectations.add(unescape(line));
            }
        }
        return new Fixture(title.group(1), dialects(title.group(2)), texts, expectations);
    }

    private static List<Dialect> dialects(String names) {
        if (names == null) {
            return List.of(Dialect.POSTGRESQL);
        }
        return names.equals("ALL")
                ? List.of(Dialect.values())
                : Stream.of(names.split(", ")).map(Dialect::valueOf).toList();
    }

    private static String unescape(String text) {
        return CHARACTER
                .matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** One fixture for each dialect and text. */
    Stream<Case> cases() {
        return dialects.stream().flatMap(dialect -> texts.stream().map(text -> new Case(this, dialect, text)));
    }

    /** One text of a fixture in one dialect. */
    record Case(Fixture fixture, Dialect dialect, String text) {

        SqlFacts facts() {
            return new SqlAnalyzer(dialect).facts(text);
        }

        String name() {
            return fixture.title() + ", " + dialect + ": " + text.replace("\n", " ⏎ ");
        }
    }
}
