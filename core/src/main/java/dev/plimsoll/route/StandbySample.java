package dev.plimsoll.route;

/**
 * A node in recovery.
 *
 * @param replayed how far it has replayed the log: what it shows
 * @param behindNanos the age of the last commit it has replayed, by the server's clock; negative if it has replayed none
 * @param paused whether somebody has paused its replay
 */
public record StandbySample(
        long startedAt, long endedAt, Epoch epoch, long incarnation, long replayed, long behindNanos, boolean paused)
        implements NodeSample {}
