package dev.plimsoll.report;

import dev.plimsoll.finding.Finding;

/**
 * Tells findings to somebody. Called on the thread that the finding was made on, by several at once. A reporter that throws is
 * logged once and switched off; the application does not notice.
 */
public interface Reporter {

    /** A finding that was not reported before, or whose severity has risen since. */
    void report(Finding finding);

    /** A finding was made again; {@code times} counts them all, the first included. */
    default void repeated(Finding finding, long times) {}

    /** No finding will follow: the data source was closed or the JVM ends. */
    default void close() {}
}
