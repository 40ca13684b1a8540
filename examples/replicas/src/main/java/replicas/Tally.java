package replicas;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what the shop does. Safe for use by many threads. */
final class Tally {
    private final List<LongAdder> reads;
    private final LongAdder writes = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final LongAdder cutOff = new LongAdder();
    private final LongAdder failedReads = new LongAdder();
    private final LongAdder failedWrites = new LongAdder();
    private final AtomicReference<@Nullable Throwable> firstFailedRead = new AtomicReference<>();

    Tally(int nodes) {
        reads = Stream.generate(LongAdder::new).limit(nodes).toList();
    }

    void read(int node) {
        reads.get(node).increment();
    }

    void missed() {
        missed.increment();
    }

    void cutOff() {
        cutOff.increment();
    }

    void wrote() {
        writes.increment();
    }

    void readFailed(Throwable failure) {
        failedReads.increment();
        firstFailedRead.compareAndSet(null, failure);
    }

    void writeFailed(Throwable failure) {
        failedWrites.increment();
    }

    Count now() {
        return new Count(
                reads.stream().map(LongAdder::sum).toList(),
                writes.sum(),
                missed.sum(),
                cutOff.sum(),
                failedReads.sum(),
                failedWrites.sum());
    }

    @Nullable
    Throwable firstFailedRead() {
        return firstFailedRead.get();
    }
}
