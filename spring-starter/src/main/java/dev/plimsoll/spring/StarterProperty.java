package dev.plimsoll.spring;

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
