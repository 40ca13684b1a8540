package dev.plimsoll.detect;

/** Where the application runs, which decides how early a detector speaks. */
public enum Profile {
    /** Strict: small data, and a finding may fail a build. */
    TEST,
    /** The developer's machine. */
    DEV,
    /** Quiet: weighted by the time that is lost. */
    PROD
}
