package checker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        boolean overlaps(long start, long end) {
            return end - from > 0 && (to == Long.MAX_VALUE || start - to < 0);
        }

        boolean covers(long start, long end) {
            return start - from >= 0 && (to == Long.MAX_VALUE || end - to <= 0);
        }

        Span until(long end) {
            return new Span(from, end);
        }
    }

    /**
     * While a server may have taken writes, and from when on it did: the moment when that began is not known.
     *
     * @param certain null until it has begun
     */
    private record Reign(int port, Span possible, @Nullable Span certain) {
        boolean goesOn() {
            return possible.to() == Long.MAX_VALUE;
        }

        Reign begun(long now) {
            return new Reign(port, possible, new Span(now, Long.MAX_VALUE));
        }

        Reign ended(long now) {
            return new Reign(port, possible.until(now), certain == null ? null : certain.until(now));
        }
    }

    Roles(int primaryPort, long now) {
        this.primaryPort = primaryPort;
        promoting(primaryPort, now);
        promoted(primaryPort, now);
    }

    boolean isReplica(int port) {
        return port != 0 && port != primaryPort;
    }

    /** Whether the server was a replica all the time from {@code start} to {@code end}, whatever it has become since. */
    synchronized boolean isReplica(int port, long start, long end) {
        return port != 0
                && reigns.stream().noneMatch(reign -> reign.port == port && reign.possible.overlaps(start, end));
    }

    /** Whether the server took writes all that time. While it is being promoted it may be either. */
    synchronized boolean isPrimary(int port, long start, long end) {
        return reigns.stream()
                .anyMatch(reign -> reign.port == port && reign.certain != null && reign.certain.covers(start, end));
    }

    /** A server is about to be promoted: its readers may see from now on what no replica shows yet. */
    synchronized void promoting(int port, long now) {
        reigns.add(new Reign(port, new Span(now, Long.MAX_VALUE), null));
    }

    /** It has been, and nobody else takes writes any more. */
    synchronized void promoted(int port, long now) {
        reigns.replaceAll(reign -> {
            if (!reign.goesOn()) {
                return reign;
            }
            return reign.port == port ? reign.begun(now) : reign.ended(now);
        });
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
        spans.set(last, spans.get(last).until(to));
    }

    synchronized boolean isDisturbed(Operation operation) {
        return disturbed.stream().anyMatch(span -> span.overlaps(operation.start(), operation.end()));
    }

    synchronized boolean isLossy(Operation operation) {
        return lossy.stream().anyMatch(span -> span.overlaps(operation.start(), operation.end()));
    }

    /** Grows with each loss. */
    int era() {
        return era;
    }
}
