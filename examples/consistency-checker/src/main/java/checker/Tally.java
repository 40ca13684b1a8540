package checker;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What was done, in numbers. Safe for use by many threads. */
final class Tally {
    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder failedWrites = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder located = new LongAdder();
    private final LongAdder onReplicas = new LongAdder();
    private final LongAdder pins = new LongAdder();
    private final LongAdder pinnedNanos = new LongAdder();
    private final LongAccumulator longestPin = new LongAccumulator(Math::max, 0);
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    void add(Operation operation, boolean onReplica) {
        Operation.Failed failure = operation.failure();
        if (failure != null) {
            failures.computeIfAbsent(operation.action() + " " + failure.sqlState(), made -> new LongAdder())
                    .increment();
        }
        if (!operation.action().isRead()) {
            (failure == null ? writes : failedWrites).increment();
        } else if (failure == null) {
            reads.increment();
            if (operation.port() != 0 && operation.action() != Action.READ_UNLOGGED) {
                located.increment();
                onReplicas.add(onReplica ? 1 : 0);
            }
        }
    }

    void pinned(long nanos) {
        pins.increment();
        pinnedNanos.add(nanos);
        longestPin.accumulate(nanos);
    }

    /** That many sessions' last writes did not survive a promotion. */
    void lost(int sessions) {
        lost.add(sessions);
    }

    long lost() {
        return lost.sum();
    }

    long reads() {
        return reads.sum();
    }

    long writes() {
        return writes.sum();
    }

    double replicaShare() {
        return located.sum() == 0 ? 0 : (double) onReplicas.sum() / located.sum();
    }

    String pins() {
        double mean = pins.sum() == 0 ? 0 : pinnedNanos.sum() / 1e6 / pins.sum();
        return "%d writes held reads on the primary, for %.1f ms on average, %.1f ms at most"
                .formatted(pins.sum(), mean, longestPin.get() / 1e6);
    }

    String failures() {
        return failedWrites.sum() + " writes failed; failures: " + new TreeMap<>(failures);
    }
}
