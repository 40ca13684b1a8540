package dev.plimsoll.route;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps statements away from a node that fails. It opens after three failures of its connections in a row, or at once when the node
 * does not answer its poller; only a poller's success closes it, after a pause that doubles from half a second to half a minute.
 */
final class Breaker {
    private static final int FAILURES = 3;
    private static final long FIRST_PAUSE_NANOS = 500_000_000L;
    private static final int MOST_DOUBLINGS = 6;

    private volatile boolean open = true;
    private volatile long closedAt;
    private int failures;
    private int openings;
    private long retryAt;

    boolean isClosed() {
        return !open;
    }

    /** When statements were let through again. */
    long closedAt() {
        return closedAt;
    }

    synchronized void failed(long now) {
        if (++failures >= FAILURES) {
            open(now);
        }
    }

    synchronized void open(long now) {
        if (!open) {
            open = true;
            long pause = FIRST_PAUSE_NANOS << Math.min(openings++, MOST_DOUBLINGS);
            retryAt = now + pause + ThreadLocalRandom.current().nextLong(pause / 4);
        }
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /** The poller reached the node. */
    synchronized void probed(long now) {
        if (open && (openings == 0 || retryAt - now <= 0)) {
            open = false;
            failures = 0;
            closedAt = now;
        } else if (!open && now - closedAt > (FIRST_PAUSE_NANOS << MOST_DOUBLINGS)) {
            openings = Math.min(openings, 1); // has been well for so long that its next failure is a first one
        }
    }
}
