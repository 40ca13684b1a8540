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
            "findings that are not reported"),
    REPLICAS(
            "replicas",
            "",
            "host or host:port, separated by commas",
            "the replicas of the URL's database; only in a URL, its Properties (both need com.zaxxer:HikariCP) or the agent's options"),
    NODE_CONNECTIONS(
            "node-connections",
            "100",
            "a whole number from 2 on",
            "the most connections to each node that a URL with replicas, or the agent, opens"),
    READ_LEVEL(
            "read-level",
            "read-your-writes",
            "primary, strong-read, monotonic, read-your-writes or eventual",
            "what readers are promised of the replicas"),
    AUTOCOMMIT_READS(
            "autocommit-reads",
            "true",
            "true or false",
            "whether statements in autocommit that are proven to change nothing go to replicas"),
    SCOPE(
            "scope",
            "unit",
            "unit or process",
            "who sees whose writes: the session or unit of work of a statement, or all of the process as one"),
    CAPTURE(
            "capture",
            "group",
            "group or commit",
            "whether the position of a commit is found out together with others afterwards, or in its own round trip"),
    POLL_IDLE("poll-idle", "1s", Amounts.DURATION, "how often each node is asked how far it is"),
    POLL_BUSY("poll-busy", "10ms", Amounts.DURATION, "how often, while a reader waits for it"),
    LAG_LIMIT("lag-limit", "10s", Amounts.DURATION, "the age from which on a replica's state is not shown to anybody"),
    LAG_LIMIT_BYTES(
            "lag-limit-bytes",
            "64MB",
            Amounts.BYTES,
            "how much of the log a replica may have to replay before it is not shown to anybody"),
    REPLICA_WAIT(
            "replica-wait",
            "0",
            Amounts.DURATION,
            "how long a read waits for a replica to reach its writer's position before it takes the primary"),
    FALLBACK_MAX_CONCURRENT(
            "fallback-max-concurrent",
            "25%",
            "a whole number from 1 on, or a percentage of the primary's pool",
            "how many reads at a time may be on the primary because no replica is fit"),
    FALLBACK_WAIT("fallback-wait", "100ms", Amounts.DURATION, "how long a read waits for one of those places"),
    IN_DOUBT_WINDOW(
            "in-doubt-window",
            "60s",
            Amounts.DURATION,
            "how long a reader stays on the primary after a commit whose outcome is not known"),
    PIN_WINDOW(
            "pin-window",
            "2s",
            Amounts.DURATION,
            "how long a reader stays on the primary after a write, where the database tells no positions"),
    NUDGE(
            "nudge",
            "true",
            "true or false",
            "whether an idle primary is made to flush its log, by taking a transaction id, when a reader waits for that"),
    SESSION_TIME("session-time", "10m", Amounts.DURATION, "how long a user's session is remembered after its last use"),
    SESSION_LIMIT("session-limit", "100000", "a whole number from 1 on", "how many users' sessions are remembered"),
    TOKEN_KEYS(
            "token-keys",
            "",
            "id:secret with an id from 0 to 255 and a secret of 16 characters or more, separated by commas",
            "what signs causal tokens: the first signs, the others are accepted"),
    TEST_BASELINE(
            "test.baseline",
            "",
            "a file's path",
            "in tests: the file of findings that are accepted, so that only new ones fail"),
    TEST_BASELINE_UPDATE(
            "test.baseline.update",
            "false",
            "true or false",
            "in tests: whether what is found is written to that file instead of failing"),
    TEST_SARIF(
            "test.sarif", "", "a file's path", "in tests: the file of all findings in SARIF 2.1.0, for code scanning"),
    TEST_JUNIT_XML(
            "test.junit-xml",
            "",
            "a file's path",
            "in tests: the file of all findings in the format of JUnit's XML reports");

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

    /** Whether its value must not be shown. */
    boolean isSecret() {
        return this == TOKEN_KEYS;
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
