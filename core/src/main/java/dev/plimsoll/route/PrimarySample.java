package dev.plimsoll.route;

/**
 * A node that takes writes.
 *
 * @param flushed how far the log is on disk: no commit that was acknowledged as durable lies beyond
 * @param inserted how far the log is written in memory, with the header of an empty page taken off: no commit at all lies beyond
 * @param forkedAt where this timeline left the one before, or 0 if that is not known
 */
public record PrimarySample(
        long startedAt, long endedAt, Epoch epoch, long incarnation, long flushed, long inserted, long forkedAt)
        implements NodeSample {}
