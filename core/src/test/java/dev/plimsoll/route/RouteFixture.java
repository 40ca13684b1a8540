package dev.plimsoll.route;

import java.time.Duration;
import java.util.List;

/** A router of a primary and two replicas, a clock, and short words for what happens to them. */
final class RouteFixture {
    static final long CLUSTER = 42;

    long now = 1_000_000_000L;
    final Router router;
    final Node primary;
    final Node one;
    final Node two;
    final Reader reader = Router.newReader();

    RouteFixture() {
        this(ReadLevel.READ_YOUR_WRITES, 100);
    }

    RouteFixture(ReadLevel level, int sessions) {
        this(options(level, sessions));
    }

    RouteFixture(RouteOptions options) {
        router = new Router(List.of("primary", "one", "two"), options, () -> now, bound -> 0);
        primary = router.nodes().get(0);
        one = router.nodes().get(1);
        two = router.nodes().get(2);
    }

    static RouteOptions options(ReadLevel level, int sessions) {
        return options(level, sessions, Duration.ZERO);
    }

    static RouteOptions options(Duration replicaWait) {
        return options(ReadLevel.READ_YOUR_WRITES, 100, replicaWait);
    }

    private static RouteOptions options(ReadLevel level, int sessions, Duration replicaWait) {
        Duration second = Duration.ofSeconds(1);
        List<TokenKey> keys =
                List.of(new TokenKey(7, "a secret of some length"), new TokenKey(6, "the secret before it"));
        return new RouteOptions(
                level,
                true,
                Capture.GROUP,
                false,
                second,
                Duration.ofMillis(10),
                Duration.ofSeconds(10),
                1000,
                replicaWait,
                2,
                Duration.ZERO,
                second,
                second,
                true,
                Duration.ofMinutes(10),
                sessions,
                keys);
    }

    void primaryAt(long position) {
        primary(primary, 1, position, 0);
    }

    void primary(Node node, int timeline, long position, long forkedAt) {
        now++;
        router.observed(
                node, new PrimarySample(now, now, new Epoch(CLUSTER, timeline), 1, position, position, forkedAt));
        now++;
    }

    void replayed(Node node, long position) {
        replayed(node, 1, 1, position);
    }

    void replayed(Node node, int timeline, long incarnation, long position) {
        now++;
        Epoch epoch = new Epoch(CLUSTER, timeline);
        router.observed(node, new StandbySample(now, now, epoch, incarnation, position, 0, false));
        now++;
    }

    /** Everybody has everything. */
    void allAt(long position) {
        primaryAt(position);
        replayed(one, position);
        replayed(two, position);
    }

    /** The decision for a read that ends at once. */
    RouteDecision read() {
        return read(reader);
    }

    RouteDecision read(Reader by) {
        Placement placement = new Placement();
        RouteDecision decision = router.place(placement, Reason.PROVEN_READ, by, 0);
        router.ended(placement);
        if (decision == null) {
            throw new AssertionError("nobody serves the read");
        }
        return decision;
    }
}
