package dev.plimsoll.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The reads of the model: placed, answered and ended in steps of their own, and judged by what their readers must see. */
final class ModelReads {
    static final long LAG_LIMIT_BYTES = 8;

    private final Router router;
    private final SimulatedCluster cluster;
    private final ModelSamples samples;
    private final Random random;
    private final List<Open> open = new ArrayList<>();
    private int onReplicas;

    /** A read that was placed and has not ended. */
    private static final class Open {
        final ModelReader by;
        final Placement placement;
        final ReadLevel level;
        final SimulatedServer server;
        final long incarnation;
        final long[] atLeast;
        final int timeline;
        long[] saw = new long[0];

        Open(
                ModelReader by,
                Placement placement,
                ReadLevel level,
                SimulatedServer server,
                long[] atLeast,
                int timeline) {
            this.by = by;
            this.placement = placement;
            this.level = level;
            this.server = server;
            this.incarnation = server.incarnation;
            this.atLeast = atLeast;
            this.timeline = timeline;
        }
    }

    ModelReads(Router router, SimulatedCluster cluster, ModelSamples samples, Random random) {
        this.router = router;
        this.cluster = cluster;
        this.samples = samples;
        this.random = random;
    }

    int onReplicas() {
        return onReplicas;
    }

    void begin(ModelReader by) {
        if (random.nextInt(4) > 0) {
            read(by, router.options().level());
        } else {
            ReadLevel level = ReadLevel.values()[random.nextInt(ReadLevel.values().length)];
            ReadHint hint = ReadHint.begin(level);
            try {
                read(by, level);
            } finally {
                hint.close();
            }
        }
    }

    private void read(ModelReader by, ReadLevel level) {
        samples.answersAtOnce(level == ReadLevel.STRONG_READ && random.nextBoolean());
        long[] atLeast = atLeast(by, level);
        Placement placement = new Placement();
        int excluded = 0;
        RouteDecision decision = router.place(placement, Reason.PROVEN_READ, by.reader(), excluded);
        while (decision != null && decision.replica() && !connects(placement, decision)) {
            router.ended(placement);
            excluded |= 1 << decision.node().index();
            decision = router.place(placement, Reason.PROVEN_READ, by.reader(), excluded);
        }
        samples.answersAtOnce(false);
        if (decision != null) {
            placed(new Open(by, placement, level, cluster.of(decision.node()), atLeast, timeline()), decision);
        }
    }

    private int timeline() {
        Epoch epoch = router.cluster().topology().epoch();
        return epoch == null ? 0 : epoch.timeline();
    }

    private boolean connects(Placement placement, RouteDecision decision) {
        SimulatedServer server = cluster.of(decision.node());
        return server.up && !server.writable && placement.incarnation() == server.incarnation;
    }

    private void placed(Open read, RouteDecision decision) {
        if (decision.replica()) {
            samples.checkPlaced(read.server, decision.reason() == Reason.SHED ? Long.MAX_VALUE : LAG_LIMIT_BYTES);
        }
        open.add(read);
        if (random.nextInt(4) > 0) {
            answer(read);
            end(read);
        }
    }

    private long[] atLeast(ModelReader by, ReadLevel level) {
        long[] atLeast = new long[SimulatedServer.KEYS];
        if (level == ReadLevel.STRONG_READ) {
            Witness.raise(atLeast, cluster.primary.versions);
        }
        if (level != ReadLevel.EVENTUAL) {
            by.witnesses().forEach(witness -> Witness.raise(atLeast, witness.wrote));
            by.steady().forEach(witness -> Witness.raise(atLeast, witness.seen));
            by.steady().forEach(witness -> Witness.raise(atLeast, witness.seenOnPrimary));
        }
        return atLeast;
    }

    void goOn() {
        if (!open.isEmpty()) {
            Open read = open.get(random.nextInt(open.size()));
            if (read.saw.length == 0) {
                answer(read);
            } else {
                end(read);
            }
        }
    }

    private void answer(Open read) {
        boolean onReplica = decision(read).replica();
        boolean alive = read.server.up && read.server.incarnation == read.incarnation;
        if (!alive) {
            router.failed(read.server.node, Failure.LOST);
            router.ended(read.placement);
            open.remove(read);
            return;
        }
        read.saw = read.server.versions.clone();
        if (onReplica) {
            checkSees(read);
            onReplicas++;
        }
    }

    private static RouteDecision decision(Open read) {
        RouteDecision decision = read.placement.decision();
        if (decision == null) {
            throw new AssertionError("a read that was not placed");
        }
        return decision;
    }

    private void checkSees(Open read) {
        boolean presentTimeline = read.timeline == cluster.primary.log.timeline();
        for (int key = 0; key < SimulatedServer.KEYS; key++) {
            long wanted = cluster.surviving(key, read.atLeast[key]);
            if (!cluster.lost.get((int) read.saw[key]) && read.saw[key] < wanted) {
                throw new AssertionError(decision(read) + " showed version " + read.saw[key] + " of key " + key
                        + " to a reader at " + read.level + " that must see " + wanted);
            }
            if (presentTimeline && cluster.lost.get((int) read.saw[key])) {
                throw new AssertionError(decision(read) + " showed a version of a timeline that had ended");
            }
        }
    }

    private void end(Open read) {
        if (!open.remove(read)) {
            return;
        }
        if (read.level != ReadLevel.EVENTUAL && decision(read).replica()) {
            read.by.steady().forEach(witness -> Witness.raise(witness.seen, surviving(read.saw)));
        }
        if (read.level == ReadLevel.MONOTONIC && !decision(read).replica()) {
            read.by.steady().forEach(witness -> Witness.raise(witness.seenOnPrimary, surviving(read.saw)));
        }
        router.ended(read.placement);
        router.succeeded(read.server.node);
    }

    private long[] surviving(long[] saw) {
        long[] surviving = saw.clone();
        Arrays.setAll(surviving, key -> cluster.surviving(key, saw[key]));
        return surviving;
    }

    void finish() {
        while (!open.isEmpty()) {
            Open read = open.get(0);
            if (read.saw.length == 0) {
                answer(read);
            } else {
                end(read);
            }
        }
    }

    /** A read when all is well; the last must be served by a replica, unless its unit has been on the primary before. */
    void atEnd(ModelReader by, boolean last) {
        Placement placement = new Placement();
        long[] atLeast = atLeast(by, router.options().level());
        RouteDecision decision = router.place(placement, Reason.PROVEN_READ, by.reader(), 0);
        if (decision == null || last && !decision.replica() && decision.reason() != Reason.UNIT_ON_PRIMARY) {
            throw new AssertionError("a reader stays on the primary: " + decision);
        }
        Open read = new Open(by, placement, router.options().level(), cluster.of(decision.node()), atLeast, timeline());
        open.add(read);
        answer(read);
        end(read);
    }
}
