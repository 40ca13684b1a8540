package dev.plimsoll.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * One of {@code plimsoll.replicas}.
 *
 * @param property which one it is, such as {@code plimsoll.replicas[0]}
 * @param name as decisions and statistics tell it
 * @param username null for the primary's
 * @param password null for the primary's
 */
record ReplicaSettings(
        String property,
        String name,
        String url,
        @Nullable String username,
        @Nullable String password) {
    static final Set<String> KEYS = Set.of("url", "username", "password", "name");

    static List<ReplicaSettings> under(ConfigurationPropertyName prefix, PropertyLookup lookup) {
        List<ReplicaSettings> replicas = new ArrayList<>();
        while (true) {
            ConfigurationPropertyName property = prefix.append("replicas").append("[" + replicas.size() + "]");
            String url = lookup.text(property.append("url"));
            String name = lookup.text(property.append("name"));
            String username = lookup.text(property.append("username"));
            String password = lookup.text(property.append("password"));
            if (url == null && name == null && username == null && password == null) {
                return replicas;
            }
            if (url == null || url.isBlank()) {
                throw new Mistake(
                        "'" + property + "' has no url.",
                        "Set '" + property
                                + ".url' to the JDBC URL of the replica, such as jdbc:postgresql://replica/shop.");
            }
            replicas.add(new ReplicaSettings(
                    property.toString(),
                    name == null ? "replica-" + (replicas.size() + 1) : name,
                    url.strip(),
                    username,
                    password));
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return name;
    }
}
