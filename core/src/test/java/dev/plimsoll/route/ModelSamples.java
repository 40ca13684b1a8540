package dev.plimsoll.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/** Pollers whose questions, answers and reports are steps of their own, with anything in between. */
final class ModelSamples {
    private final Router router;
    private final SimulatedCluster cluster;
    private final Random random;
    private final LongSupplier clock;
    private final List<Poll> polls = new ArrayList<>();
    /** What the router was last told: of each standby, how far the primary was known to be then. */
    private final Told[] told;

    private long primaryTold;
    private int timelineTold;
    private boolean atOnce;

    /** A question to a node. */
    private static final class Poll {
        final SimulatedServer server;
        final long startedAt;
        NodeSample answer;

        Poll(SimulatedServer server, long startedAt) {
            this.server = server;
            this.startedAt = startedAt;
        }
    }

    private record Told(NodeSample sample, long primaryTold) {}

    ModelSamples(Router router, SimulatedCluster cluster, Random random, LongSupplier clock) {
        this.router = router;
        this.cluster = cluster;
        this.random = random;
        this.clock = clock;
        this.told = new Told[cluster.servers.size()];
        router.nodes().forEach(node -> node.onDemand(() -> onDemand(node)));
    }

    /** Whether a reader that waits for a sample gets it. */
    void answersAtOnce(boolean does) {
        atOnce = does;
    }

    private void onDemand(Node node) {
        SimulatedServer server = cluster.of(node);
        if (atOnce && server.up) {
            tell(server, server.sample(clock.getAsLong(), clock.getAsLong()));
        }
    }

    void step() {
        if (polls.size() < 2 * cluster.servers.size() && random.nextInt(3) == 0) {
            polls.add(new Poll(cluster.servers.get(random.nextInt(cluster.servers.size())), clock.getAsLong()));
        } else if (!polls.isEmpty()) {
            goOn(polls.get(random.nextInt(polls.size())));
        }
    }

    private void goOn(Poll poll) {
        if (poll.answer == null && poll.server.up) {
            poll.answer = poll.server.sample(poll.startedAt, clock.getAsLong());
            return;
        }
        polls.remove(poll);
        if (poll.answer == null) {
            router.unreachable(poll.server.node);
        } else {
            tell(poll.server, later(poll.answer));
        }
    }

    /** The answer arrived only now. */
    private NodeSample later(NodeSample answer) {
        long now = clock.getAsLong();
        return answer instanceof PrimarySample it
                ? new PrimarySample(
                        it.startedAt(), now, it.epoch(), it.incarnation(), it.flushed(), it.inserted(), it.forkedAt())
                : answer;
    }

    private void tell(SimulatedServer server, NodeSample sample) {
        Told before = told[server.node.index()];
        boolean overtaken = before != null && sample.startedAt() < before.sample.startedAt();
        if (!overtaken) {
            told[server.node.index()] = new Told(sample, primaryTold);
            if (sample instanceof PrimarySample primary && sample.epoch().timeline() >= timelineTold) {
                primaryTold = primary.flushed();
                timelineTold = sample.epoch().timeline();
            }
        }
        router.observed(server.node, sample);
    }

    /** Asks every node, which answers and reports at once. */
    void all() {
        polls.clear();
        for (SimulatedServer server : cluster.servers) {
            tell(server, server.sample(clock.getAsLong(), clock.getAsLong()));
        }
    }

    /** A read was placed on a replica: the router must have had grounds for that. */
    void checkPlaced(SimulatedServer server, long lagLimit) {
        Told last = told[server.node.index()];
        if (last == null || !(last.sample instanceof StandbySample)) {
            throw new AssertionError(server.node + " is no replica as far as is known");
        }
        if (last.sample.epoch().timeline() != timelineTold) {
            throw new AssertionError(
                    server.node + " is on timeline " + last.sample.epoch() + ", not on " + timelineTold);
        }
        if (lagLimit < Long.MAX_VALUE && server.position < last.primaryTold - lagLimit) {
            throw new AssertionError(server.node + " is further behind than allowed");
        }
    }
}
