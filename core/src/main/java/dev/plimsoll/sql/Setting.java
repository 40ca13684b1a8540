package dev.plimsoll.sql;

/**
 * A setting of the session that a text changes.
 *
 * @param name lower-cased: {@link #ALL} for RESET ALL and DISCARD ALL, {@link #UNTOLD} if the text does not tell
 * @param local whether the setting ends with the transaction
 * @param synchronousCommit what it does to {@code synchronous_commit}
 */
public record Setting(String name, boolean local, SynchronousCommit synchronousCommit) {
    public static final String ALL = "*";
    public static final String UNTOLD = "?";

    /** What becomes of {@code synchronous_commit}. */
    public enum SynchronousCommit {
        UNTOUCHED,
        /** A commit waits for its log to be written, here at least. */
        ON,
        /** A commit may be acknowledged before its log is written. */
        OFF,
        UNKNOWN
    }
}
