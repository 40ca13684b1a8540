package dev.plimsoll.spring;

import dev.plimsoll.config.Option;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Threshold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spring Boot's description of all properties under {@code plimsoll.}. */
final class Metadata {
    private static final String LIST = "java.util.List<java.lang.String>";

    private Metadata() {}

    static String json() {
        List<String> hints = new ArrayList<>();
        Stream<Property> options = Arrays.stream(Option.values())
                .filter(option -> option != Option.REPLICAS)
                .peek(option -> choices(option, hints))
                .map(Metadata::property);
        Stream<Property> thresholds = Arrays.stream(Threshold.values()).map(Metadata::property);
        Stream<Property> starter = Arrays.stream(StarterProperty.values())
                .map(one -> new Property(one.key(), one.type(), one.standard(), one.description() + "."));
        String properties = Stream.of(options, thresholds, starter, replicas())
                .flatMap(all -> all)
                .sorted(Comparator.comparing(Property::key))
                .map(Property::json)
                .collect(Collectors.joining(",\n"));
        return "{\n  \"groups\": [],\n  \"properties\": [\n" + properties + "\n  ],\n  \"hints\": [\n"
                + String.join(",\n", hints) + "\n  ]\n}\n";
    }

    private static Property property(Option option) {
        String legal = option.legal();
        String type = legal.equals("true or false")
                ? "java.lang.Boolean"
                : legal.startsWith("a duration")
                        ? "java.time.Duration"
                        : legal.startsWith("a number of bytes")
                                ? "org.springframework.util.unit.DataSize"
                                : legal.endsWith("separated by commas")
                                        ? LIST
                                        : option.standard().matches("\\d+") ? "java.lang.Integer" : "java.lang.String";
        return new Property(
                option.key(), type, option.standard(), sentence(option.description()) + " Legal: " + legal + ".");
    }

    private static Property property(Threshold threshold) {
        String standards = Arrays.stream(Profile.values())
                .map(profile -> profile.name().toLowerCase(Locale.ROOT) + " " + threshold.standard(profile))
                .collect(Collectors.joining(", "));
        return new Property(
                threshold.key(),
                "java.lang.Long",
                "",
                sentence(threshold.description()) + " Default by profile: " + standards + "; " + threshold.least()
                        + " at least.");
    }

    private static Stream<Property> replicas() {
        return Stream.of(
                new Property(
                        "data-sources",
                        "java.util.Map<java.lang.String,java.lang.Object>",
                        "",
                        "Options and replicas of single data sources, by the name of the bean."),
                new Property("replicas[0].url", "java.lang.String", "", "JDBC URL of a replica."),
                new Property(
                        "replicas[0].username", "java.lang.String", "", "Its user; the primary's if there is none."),
                new Property(
                        "replicas[0].password",
                        "java.lang.String",
                        "",
                        "Its password; the primary's if there is none."),
                new Property("replicas[0].name", "java.lang.String", "", "What decisions and statistics call it."));
    }

    private static void choices(Option option, List<String> hints) {
        String legal = option.legal();
        if (legal.matches("[a-z-]+(, [a-z-]+)* or [a-z-]+")
                && !legal.equals("true or false")
                && !legal.equals("host or host")) {
            String values = Arrays.stream(legal.split(", | or "))
                    .map(value -> "{\"value\": \"" + value + "\"}")
                    .collect(Collectors.joining(", "));
            hints.add("    {\"name\": \"plimsoll." + option.key() + "\", \"values\": [" + values + "]}");
        }
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private record Property(String key, String type, String standard, String description) {
        String json() {
            String value = type.endsWith("Boolean") || type.endsWith("Integer") ? standard : "\"" + standard + "\"";
            String standardValue = standard.isEmpty() ? "" : ", \"defaultValue\": " + value;
            return "    {\"name\": \"plimsoll." + key + "\", \"type\": \"" + type + "\", \"description\": \""
                    + description.replace("\"", "\\\"") + "\"" + standardValue + "}";
        }
    }
}
