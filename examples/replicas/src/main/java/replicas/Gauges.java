package replicas;

import java.util.List;

/**
 * What is known of the nodes and of the readers at some time.
 *
 * @param pinnedReads how many reads have gone to the primary because of the reader's own writes
 * @param releases how many readers have read on a replica again after a write
 * @param heldNanos how long they had all been kept from that together
 */
record Gauges(List<NodeGauge> nodes, long pinnedReads, long releases, long heldNanos) {

    Gauges {
        nodes = List.copyOf(nodes);
    }

    /** How long the readers that were released since {@code before} had been kept on the primary, on average. */
    long heldNanosSince(Gauges before) {
        long released = releases - before.releases;
        return released == 0 ? 0 : (heldNanos - before.heldNanos) / released;
    }

    /**
     * One node.
     *
     * @param primary whether it takes the writes
     * @param usable whether reads may go there
     */
    record NodeGauge(String name, boolean primary, boolean usable, long behindBytes, long behindNanos) {}
}
