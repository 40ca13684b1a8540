package checker;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is the primary as time goes by, when it could not be relied on, and when writes were lost. Told by whoever breaks the cluster,
 * asked by the oracle. Safe for use by many threads.
 */
final class Roles {
    private final List<Span> disturbed = new ArrayList<>();
    private final List<Span> lossy = new ArrayList<>();
    private volatile int primaryPort;
    private volatile int era;

    /** Nanoseconds; {@code to} is {@link Long#MAX_VALUE} while it lasts. */
    record Span(long from, long to) {
        boolean overlaps(Operation operation) {
            return to == Long.MAX_VALUE ? operation.end() - from > 0 : operation.overlaps(from, to);
        }
    }

    Roles(int primaryPort) {
        this.primaryPort = primaryPort;
    }

    boolean isReplica(int port) {
        return port != 0 && port != primaryPort;
    }

    void promoted(int port) {
        primaryPort = port;
    }

    /** From {@code from} on the primary may fail whoever asks it. */
    synchronized void disturb(long from) {
        disturbed.add(new Span(from, Long.MAX_VALUE));
    }

    synchronized void calm(long to) {
        end(disturbed, to);
    }

    /** Writes acknowledged by now may be gone: nothing is owed for them, nor for what readers have seen. */
    synchronized void lose(long from) {
        lossy.add(new Span(from, Long.MAX_VALUE));
    }

    synchronized void lost(long to) {
        end(lossy, to);
        era++;
    }

    private static void end(List<Span> spans, long to) {
        int last = spans.size() - 1;
        spans.set(last, new Span(spans.get(last).from(), to));
    }

    synchronized boolean isDisturbed(Operation operation) {
        return disturbed.stream().anyMatch(span -> span.overlaps(operation));
    }

    synchronized boolean isLossy(Operation operation) {
        return lossy.stream().anyMatch(span -> span.overlaps(operation));
    }

    /** Grows with each loss. */
    int era() {
        return era;
    }
}
