package dev.plimsoll.postgres;

/**
 * What samples of one start of a server have shown, over all connections to it. Timelines only grow while a server runs. For one
 * thread.
 */
final class ServerStart {
    private long incarnation;
    private int timeline;
    private boolean wasStandby;

    /** The timeline that a standby is on at least: the receiver of the log, which says best, comes and goes. */
    int standbyOn(long of, int seen) {
        begin(of);
        wasStandby = true;
        timeline = Math.max(timeline, seen);
        return timeline;
    }

    /**
     * Where a primary left the timeline before. What it has replayed last tells only if it was promoted while it ran: a primary that
     * has recovered from a crash has replayed its own log.
     */
    long forkedAt(long of, long replayed) {
        begin(of);
        return wasStandby ? replayed : 0;
    }

    private void begin(long of) {
        if (incarnation != of) {
            incarnation = of;
            timeline = 0;
            wasStandby = false;
        }
    }
}
