package dev.plimsoll.logbook;

import dev.plimsoll.finding.Finding;
import java.time.Instant;

/**
 * A finding and how often it was made.
 *
 * @param dataSource name of the data source it was made on
 * @param finding as it was made last
 * @param times units of work and transactions in which it was made
 * @param timeLostMicrosTotal upper bound of the time that the fix would have saved in all of them, in microseconds
 * @param first when it was made for the first time
 * @param last when it was made for the last time
 * @param unit number of the unit of work in which it was made last, if timelines are kept; otherwise 0
 */
public record LoggedFinding(
        String dataSource,
        Finding finding,
        long times,
        long timeLostMicrosTotal,
        Instant first,
        Instant last,
        long unit) {}
