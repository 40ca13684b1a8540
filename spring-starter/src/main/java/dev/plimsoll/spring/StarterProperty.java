package dev.plimsoll.spring;

import dev.plimsoll.route.CausalCookie;

/** Properties under {@code plimsoll.} that only the starter has; all the others are options and thresholds of core. */
enum StarterProperty {
    EXCLUDE_BEANS(
            "exclude-beans",
            "java.util.List<java.lang.String>",
            "",
            "Names of data source beans that are not watched; * stands for any characters"),
    REPLICAS_REQUIRED(
            "replicas-required",
            "java.lang.Boolean",
            "false",
            "Whether the application refuses to start while a replica cannot be reached; otherwise reads use the others until it can"),
    CAUSAL_COOKIE_SECRET(
            "causal-cookie.secret",
            "java.lang.String",
            "",
            "What signs the cookie by which a client without a session sees its own writes on replicas, in any process with the same"
                    + " secret; at least 16 characters. Without it there is no cookie"),
    CAUSAL_COOKIE_NAME(
            "causal-cookie.name", "java.lang.String", CausalCookie.NAME, "Name of that cookie; empty for none"),
    CAUSAL_COOKIE_HEADER(
            "causal-cookie.header",
            "java.lang.String",
            "",
            "Name of a header that carries the same between services, in answers and requests; empty for none"),
    UNITS(
            "units",
            "java.lang.Boolean",
            "true",
            "Whether requests, messages, scheduled tasks, batch steps and named transactions become units of work");

    private final String key;
    private final String type;
    private final String standard;
    private final String description;

    StarterProperty(String key, String type, String standard, String description) {
        this.key = key;
        this.type = type;
        this.standard = standard;
        this.description = description;
    }

    /** Its whole name. */
    String property() {
        return PlimsollSettings.PREFIX + "." + key;
    }

    String key() {
        return key;
    }

    String type() {
        return type;
    }

    /** The default; empty for none. */
    String standard() {
        return standard;
    }

    String description() {
        return description;
    }
}
