package dev.plimsoll.work;

/**
 * What has become of the units of a data source with replicas since it was opened.
 *
 * @param units transactions, and statements in autocommit
 * @param onReplicas how many of them went to a replica
 * @param undeclaredReads how many ran on the primary, only read, and were never said to; {@link Recorder#undeclaredReads}
 * @param replicas replicas that are up just now
 */
public record ObservedRouting(long units, long onReplicas, long undeclaredReads, int replicas) {}
