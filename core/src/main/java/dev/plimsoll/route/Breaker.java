package dev.plimsoll.route;

import dev.plimsoll.flight.FlightEvents;
import java.util.function.IntUnaryOperator;

/**
 * Keeps statements away from a node that fails. It opens after three failures of its connections in a row, or at once when the node
 * does not answer its poller; only a poller's success closes it, after a pause that doubles from half a second to half a minute.
 */
final class Breaker {
    private static final int FAILURES = 3;
    private static final long FIRST_PAUSE_NANOS = 500_000_000L;
    private static final int MOST_DOUBLINGS = 6;

    private final String node;
    private final IntUnaryOperator dice;
    private volatile boolean open = true;
    private volatile long closedAt;
    private volatile int failures;
    private boolean everClosed;
    private int openings;
    private long retryAt;

    /**
     * @param node its name, for Flight Recorder
     * @param dice a number from 0 to below the one given
     */
    Breaker(String node, IntUnaryOperator dice) {
        this.node = node;
        this.dice = dice;
    }

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
            FlightEvents.nodeDown(node);
            retryAt = now + pause + pause / 4 * dice.applyAsInt(100) / 100;
        }
    }

    void succeeded() {
        if (failures != 0) {
            forgive();
        }
    }

    private synchronized void forgive() {
        failures = 0;
    }

    /** The poller reached the node. */
    synchronized void probed(long now) {
        if (open && (!everClosed || retryAt - now <= 0)) {
            open = false;
            everClosed = true;
            failures = 0;
            closedAt = now;
            FlightEvents.nodeUp(node);
        } else if (!open && now - closedAt > (FIRST_PAUSE_NANOS << MOST_DOUBLINGS)) {
            openings = 0; // has been well for so long that its next failure is a first one
        }
    }
}
