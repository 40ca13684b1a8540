package dev.plimsoll.route;

/**
 * What readers wait for, which says how often the nodes are asked: while nobody waits, seldom. Safe for use by many threads; a race
 * costs a poll.
 */
final class Demand {
    /** A reader that was diverted is likely to read again within this time. */
    private static final long LASTS_NANOS = 1_000_000_000L;
    /** A log that its writer has not flushed for so long waits for another transaction. */
    private static final long STUCK_NANOS = 50_000_000L;

    private final long idleNanos;
    private final long busyNanos;
    private final boolean nudges;
    private volatile long position;
    /** Since when the greatest is looked for: a position of long ago may never be reached, or was reached long ago. */
    private volatile long positionSince;

    private volatile long positionWantedAt;
    private volatile boolean positionWanted;
    private volatile long sampleWantedAt;
    private volatile boolean sampleWanted;
    private long stuckSince;
    private boolean stuck;
    private long stuckAt;
    private long nudgedAt;
    private boolean nudged;

    Demand(RouteOptions options) {
        this.idleNanos = options.pollIdle().toNanos();
        this.busyNanos = options.pollBusy().toNanos();
        this.nudges = options.nudge();
    }

    /** A reader was diverted because no replica has come as far. */
    void wantsPosition(long wanted, long now) {
        boolean lasts = positionWanted && now - positionSince < LASTS_NANOS;
        position = lasts ? Math.max(wanted, position) : wanted;
        positionSince = lasts ? positionSince : now;
        positionWantedAt = now;
        positionWanted = true;
    }

    /** A reader was diverted because the position of its write is not known. */
    void wantsSample(long now) {
        sampleWantedAt = now;
        sampleWanted = true;
    }

    /** Whether the next write is likely to be read back at once. */
    boolean isSampleWanted(long now) {
        return sampleWanted && now - sampleWantedAt < LASTS_NANOS;
    }

    boolean isPositionWanted(long now) {
        return positionWanted && now - positionWantedAt < LASTS_NANOS;
    }

    /** Until a node that has come as far as {@code reached} is asked again. */
    long pauseNanos(long reached, long now) {
        return isPositionWanted(now) && reached < position ? busyNanos : idleNanos;
    }

    /** Whether the primary should be made to flush its log: somebody has waited for more than it has flushed, for long. */
    synchronized boolean nudge(long flushed, long now) {
        boolean waits = nudges && isPositionWanted(now) && flushed < position;
        if (!waits) {
            stuck = false;
            return false;
        }
        if (!stuck || flushed != stuckAt) {
            stuck = true;
            stuckAt = flushed;
            stuckSince = now;
        }
        boolean due = now - stuckSince > STUCK_NANOS && (!nudged || now - nudgedAt >= LASTS_NANOS);
        if (due) {
            nudged = true;
            nudgedAt = now;
        }
        return due;
    }
}
