package dev.plimsoll.spring;

import dev.plimsoll.config.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Which names there are under {@code plimsoll.}: a misspelt one would be without effect, and nobody would know. */
final class PropertyNames {
    private static final Set<ConfigurationPropertyName> OPTIONS =
            PlimsollSettings.optionKeys().map(ConfigurationPropertyName::of).collect(Collectors.toUnmodifiableSet());
    private static final Set<ConfigurationPropertyName> OURS = Arrays.stream(StarterProperty.values())
            .map(StarterProperty::key)
            .map(ConfigurationPropertyName::of)
            .collect(Collectors.toUnmodifiableSet());

    private PropertyNames() {}

    /** @throws Mistake if one does not exist */
    static void check(PropertyLookup lookup) {
        lookup.names(PlimsollSettings.PREFIX)
                .filter(name -> !isKnown(name.subName(1)))
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, lookup.origin(name));
                });
    }

    private static boolean isKnown(ConfigurationPropertyName name) {
        return isListed(name, OURS)
                || isForOne(name)
                || PlimsollSettings.DATA_SOURCES.subName(1).isAncestorOf(name) && isForOne(name.subName(2));
    }

    private static boolean isForOne(ConfigurationPropertyName name) {
        return isListed(name, OPTIONS) || isReplica(name);
    }

    private static boolean isListed(ConfigurationPropertyName name, Set<ConfigurationPropertyName> all) {
        return all.contains(name.isLastElementIndexed() ? name.getParent() : name);
    }

    /** {@code replicas[n].url} and its kin. */
    private static boolean isReplica(ConfigurationPropertyName name) {
        return name.getNumberOfElements() == 3
                && name.getElement(0, Form.UNIFORM).equals("replicas")
                && name.isNumericIndex(1)
                && ReplicaSettings.KEYS.contains(name.getElement(2, Form.UNIFORM));
    }

    private static Mistake unknown(ConfigurationPropertyName name, @Nullable String origin) {
        if (name.equals(PlimsollSettings.PREFIX.append("replicas"))) {
            return new Mistake(
                    "'plimsoll.replicas' has a text, but is a list here." + place(origin),
                    "Write one 'plimsoll.replicas[0].url' for each replica, or the hosts in the URL:"
                            + " jdbc:plimsoll:postgresql://primary/shop?plimsoll.replicas=host1,host2");
        }
        String nearest = Nearest.to(name.toString(), all());
        return new Mistake(
                "'" + name + "' is not a property of Plimsoll." + place(origin),
                "Did you mean '" + nearest + "'? docs/spring.md and docs/options.md list them all.");
    }

    private static String place(@Nullable String origin) {
        return origin == null ? "" : " It stands in " + origin + ".";
    }

    private static Stream<String> all() {
        Stream<String> ours = Arrays.stream(StarterProperty.values()).map(StarterProperty::key);
        Stream<String> replicas =
                List.of("url", "username", "password", "name").stream().map(key -> "replicas[0]." + key);
        return Stream.of(PlimsollSettings.optionKeys(), ours, replicas)
                .flatMap(keys -> keys)
                .map(key -> PlimsollSettings.PREFIX + "." + key);
    }
}
