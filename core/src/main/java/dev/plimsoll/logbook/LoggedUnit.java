package dev.plimsoll.logbook;

import dev.plimsoll.work.Mark;
import java.time.Instant;
import java.util.List;

/**
 * A unit of work that has ended, as far as it went through one data source.
 *
 * @param number different for every unit of this JVM, ascending with their beginnings
 * @param dataSource name of the data source
 * @param name the owner's name for it, or one made of its thread
 * @param start when its first statement began
 * @param nanos wall time from then to the end of its last statement
 * @param transactions transactions that were committed or rolled back in it
 * @param executions all executions in it, those that failed included
 * @param statements the statements of the timeline
 * @param timeline what happened, in the order in which it ended, at most {@value Logbook#MAX_MARKS} marks
 * @param omitted executions that are not in the timeline because it was full
 * @param findings ids of what was found in it
 */
public record LoggedUnit(
        long number,
        String dataSource,
        String name,
        Instant start,
        long nanos,
        long transactions,
        long executions,
        List<Statement> statements,
        List<Mark> timeline,
        long omitted,
        List<String> findings) {
    public LoggedUnit {
        statements = List.copyOf(statements);
        timeline = List.copyOf(timeline);
        findings = List.copyOf(findings);
    }

    /**
     * A unit without its timeline, for a list of many.
     *
     * @param statements how many different statements are in its timeline
     */
    public record Summary(
            long number,
            String dataSource,
            String name,
            Instant start,
            long nanos,
            long transactions,
            long executions,
            int statements,
            List<String> findings) {
        public Summary {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A statement of the unit.
     *
     * @param fingerprint of the shape, in hexadecimal digits
     * @param shape the statement without literals
     * @param callSite where it was executed first, as far as that is known; otherwise empty
     */
    public record Statement(String fingerprint, String shape, String callSite) {}
}
