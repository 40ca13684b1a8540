package dev.plimsoll.detect;

/**
 * Every limit that a detector judges by, with its default in each profile. The option of a threshold is {@code plimsoll.} and its
 * key, such as {@code plimsoll.n-plus-one.executions}.
 */
public enum Threshold {
    N_PLUS_ONE_EXECUTIONS("n-plus-one.executions", "executions of one statement at one call site in one unit", 3, 5, 5);

    private final String key;
    private final String description;
    private final long test;
    private final long dev;
    private final long prod;

    Threshold(String key, String description, long test, long dev, long prod) {
        this.key = key;
        this.description = description;
        this.test = test;
        this.dev = dev;
        this.prod = prod;
    }

    public String key() {
        return key;
    }

    public String description() {
        return description;
    }

    /** The default in a profile. */
    public long standard(Profile profile) {
        return switch (profile) {
            case TEST -> test;
            case DEV -> dev;
            case PROD -> prod;
        };
    }
}
