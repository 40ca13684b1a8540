package dev.plimsoll.config;

/** Every option that is not a {@linkplain dev.plimsoll.detect.Threshold threshold}. */
public enum Option {
    ENABLED(
            "enabled",
            "true",
            "true or false",
            "whether anything is watched at all; false hands out the bare driver's objects"),
    PROFILE("profile", "dev", "test, dev or prod", "which defaults the thresholds have"),
    STRICT("strict", "false", "true or false", "warn of IN lists from 15 elements on"),
    VENDOR_INTERFACES(
            "vendor-interfaces",
            "false",
            "true or false",
            "whether connections, statements and results can be cast to the driver's own interfaces; needs net.bytebuddy:byte-buddy"),
    CALL_SITES(
            "call-sites",
            "always, in profile prod repeated",
            "always or repeated",
            "whether the stack is looked at from a statement's first execution in a unit on, or from its first repetition on"),
    APPLICATION_PACKAGES(
            "application-packages",
            "",
            "prefixes of class names, separated by commas",
            "what counts as the application's code although it looks like a library's"),
    LIBRARY_PACKAGES(
            "library-packages",
            "",
            "prefixes of class names, separated by commas",
            "what does not count as the application's code, besides the libraries that are known"),
    REPORT_LOG("report.log", "true", "true or false", "whether findings are logged through SLF4J"),
    REPORT_JSON("report.json", "", "a file's path", "the file to which each finding is appended as a line of JSON"),
    SILENCE(
            "silence",
            "",
            "ids, kinds, or kinds at a method as kind@package.Class#method, separated by commas",
            "findings that are not reported");

    private final String key;
    private final String standard;
    private final String legal;
    private final String description;

    Option(String key, String standard, String legal, String description) {
        this.key = key;
        this.standard = standard;
        this.legal = legal;
        this.description = description;
    }

    /** The option's name without the prefix {@code plimsoll.}. */
    public String key() {
        return key;
    }

    /** The default as people read it; empty for none. */
    public String standard() {
        return standard;
    }

    public String legal() {
        return legal;
    }

    public String description() {
        return description;
    }
}
