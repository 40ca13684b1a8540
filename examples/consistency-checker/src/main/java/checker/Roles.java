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
    private final List<Reign> reigns = new ArrayList<>();
    private volatile int primaryPort;
    private volatile int era;

    /** Nanoseconds; {@code to} is {@link Long#MAX_VALUE} while it lasts. */
    record Span(long from, long to) {
        boolean overlaps(Operation operation) {
            return to == Long.MAX_VALUE ? operation.end() - from > 0 : operation.overlaps(from, to);
        }
    }

    /** While a server may have taken writes: it is not known to the moment when that begins and ends. */
    private record Reign(int port, Span span) {}

    Roles(int primaryPort, long now) {
        this.primaryPort = primaryPort;
        reigns.add(new Reign(primaryPort, new Span(now, Long.MAX_VALUE)));
    }

    boolean isReplica(int port) {
        return port != 0 && port != primaryPort;
    }

    /** Whether the server was a replica for as long as the operation took, whatever it has become since. */
    synchronized boolean isReplica(int port, Operation operation) {
        return port != 0
                && reigns.stream()
                        .noneMatch(reign -> reign.port == port && reign.span().overlaps(operation));
    }

    /** A server is about to be promoted: its readers may see from now on what no replica shows yet. */
    synchronized void promoting(int port, long now) {
        reigns.add(new Reign(port, new Span(now, Long.MAX_VALUE)));
    }

    /** It has been, and nobody else takes writes any more. */
    synchronized void promoted(int port, long now) {
        reigns.replaceAll(reign -> reign.port == port || reign.span().to() != Long.MAX_VALUE
                ? reign
                : new Reign(reign.port, new Span(reign.span().from(), now)));
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
