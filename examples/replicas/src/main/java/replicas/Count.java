package replicas;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was counted by some time, or between two.
 *
 * @param reads that were served, by the number of the node that did
 * @param missed reads that did not show the customer's own last order
 * @param cutOff reading transactions that had shown everything, and lost their server before their commit
 */
record Count(List<Long> reads, long writes, long missed, long cutOff, long failedReads, long failedWrites) {

    Count {
        reads = List.copyOf(reads);
    }

    Count since(Count before) {
        return new Count(
                IntStream.range(0, reads.size())
                        .mapToObj(node -> reads.get(node) - before.reads.get(node))
                        .toList(),
                writes - before.writes,
                missed - before.missed,
                cutOff - before.cutOff,
                failedReads - before.failedReads,
                failedWrites - before.failedWrites);
    }

    long allReads() {
        return reads.stream().mapToLong(Long::longValue).sum();
    }

    /** In per cent. */
    double share(int node) {
        return allReads() == 0 ? 0 : 100.0 * reads.get(node) / allReads();
    }
}
