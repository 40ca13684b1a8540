package dev.plimsoll.spring;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What OpenTelemetry calls the databases: the values of its attribute {@code db.system.name}. */
final class DatabaseSystem {
    private static final String OTHER = "other_sql";
    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("postgresql", "postgresql"),
            Map.entry("mysql", "mysql"),
            Map.entry("mariadb", "mariadb"),
            Map.entry("oracle", "oracle.db"),
            Map.entry("sqlserver", "microsoft.sql_server"),
            Map.entry("db2", "ibm.db2"),
            Map.entry("h2", "h2database"),
            Map.entry("hsqldb", "hsqldb"),
            Map.entry("derby", "derby"),
            Map.entry("sqlite", "sqlite"));

    private DatabaseSystem() {}

    /** By the word behind {@code jdbc:}; of a pool without a URL, nobody knows before it is used. */
    static String of(@Nullable String url) {
        String[] parts = url == null ? new String[0] : url.split(":", 3);
        return parts.length < 2 ? OTHER : BY_PREFIX.getOrDefault(parts[1].toLowerCase(Locale.ROOT), OTHER);
    }
}
