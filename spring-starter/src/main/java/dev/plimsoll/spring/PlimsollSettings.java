package dev.plimsoll.spring;

import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.Option;
import dev.plimsoll.config.Options;
import dev.plimsoll.detect.Threshold;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.util.PatternMatchUtils;

/** What stands under {@code plimsoll.} in the environment: for all data sources, and for single ones. Checked when it is made. */
public final class PlimsollSettings {
    static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("plimsoll");
    static final ConfigurationPropertyName DATA_SOURCES = PREFIX.append("data-sources");

    private final PropertyLookup lookup;
    private final Map<String, String> common;
    private final CausalCookieSettings causalCookie;

    /**
     * @throws Mistake if a property is unknown or has a value that is not legal
     */
    PlimsollSettings(Environment environment) {
        lookup = new PropertyLookup(environment);
        PropertyNames.check(lookup);
        common = options(PREFIX);
        flag(StarterProperty.REPLICAS_REQUIRED);
        boolean units = flag(StarterProperty.UNITS);
        causalCookie = CausalCookieSettings.of(lookup);
        if (!units && causalCookie.secret() != null) {
            throw new Mistake(
                    "'" + StarterProperty.CAUSAL_COOKIE_SECRET.property() + "' is set, but '"
                            + StarterProperty.UNITS.property() + "' is false.",
                    "Remove one of the two: the cookie is about the unit of work that a request is.");
        }
    }

    /** The keys of core's options as properties; {@code plimsoll.replicas} has more to tell here than hosts. */
    static Stream<String> optionKeys() {
        return Stream.concat(
                Arrays.stream(Option.values())
                        .filter(option -> option != Option.REPLICAS)
                        .map(Option::key),
                Arrays.stream(Threshold.values()).map(Threshold::key));
    }

    boolean enabled() {
        return Options.withoutSystemProperties(common).enabled();
    }

    String profile() {
        return common.getOrDefault(Option.PROFILE.key(), Option.PROFILE.standard());
    }

    List<String> excluded() {
        List<String> names = lookup.list(PREFIX.append(StarterProperty.EXCLUDE_BEANS.key()));
        return names == null ? List.of() : names;
    }

    boolean excludes(String bean) {
        return excluded().stream().anyMatch(pattern -> PatternMatchUtils.simpleMatch(pattern, bean));
    }

    /** A property that is true or false. */
    boolean flag(StarterProperty property) {
        ConfigurationPropertyName name = PREFIX.append(property.key());
        String value = lookup.text(name);
        String text = value == null ? property.standard() : value.strip();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw mistake(name, "'" + name + "' is '" + text + "', but must be true or false");
        }
        return Boolean.parseBoolean(text);
    }

    /** What stands under {@code plimsoll.data-sources}. */
    List<ConfigurationPropertyName> namedDataSources() {
        return lookup.names(DATA_SOURCES)
                .map(name -> name.chop(DATA_SOURCES.getNumberOfElements() + 1))
                .distinct()
                .toList();
    }

    public CausalCookieSettings causalCookie() {
        return causalCookie;
    }

    /** Core's options for one data source: its own, then those of all. */
    Map<String, String> options(String bean) {
        Map<String, String> options = new TreeMap<>(common);
        options.putAll(options(of(bean)));
        return options;
    }

    /** The replicas that the data source names itself. */
    List<ReplicaSettings> replicas(String bean) {
        return ReplicaSettings.under(of(bean), lookup);
    }

    /** The replicas of the application's main data source. */
    List<ReplicaSettings> replicas() {
        return ReplicaSettings.under(PREFIX, lookup);
    }

    static ConfigurationPropertyName of(String bean) {
        return ConfigurationPropertyName.adapt(DATA_SOURCES + "." + bean, '.');
    }

    private Map<String, String> options(ConfigurationPropertyName prefix) {
        Map<String, String> values = new TreeMap<>();
        optionKeys().forEach(key -> {
            List<String> value = lookup.list(prefix.append(key));
            if (value != null) {
                values.put(key, checked(prefix.append(key), key, String.join(",", value)));
            }
        });
        return values;
    }

    private String checked(ConfigurationPropertyName name, String key, String value) {
        try {
            Options.withoutSystemProperties(Map.of(key, value));
            return value;
        } catch (InvalidOptionException e) {
            throw mistake(name, String.valueOf(e.getMessage()));
        }
    }

    private Mistake mistake(ConfigurationPropertyName name, String sentence) {
        String origin = lookup.origin(name);
        String place = origin == null ? "" : " It stands in " + origin + ".";
        return new Mistake(sentence + "." + place, "Correct '" + name + "'; docs/options.md lists all options.");
    }
}
