package dev.plimsoll.route;

import dev.plimsoll.work.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One schedule: a router, the servers it knows, readers, and everything that can happen to them, in an order that the seed says. */
final class RouterModel {
    private static final int SESSIONS = 4;

    private final Random random;
    private final boolean evicts;
    private final Router router;
    private final SimulatedCluster cluster;
    private final Witness[] sessions = new Witness[SESSIONS];
    private final List<ModelReader> readers = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final ModelSamples samples;
    private final ModelReads reads;
    private long now = 1_000_000_000_000L;

    RouterModel(long seed) {
        random = new Random(seed);
        evicts = random.nextInt(3) == 0;
        ReadLevel level = random.nextInt(4) == 0 ? ReadLevel.MONOTONIC : ReadLevel.READ_YOUR_WRITES;
        List<String> names = List.of("a", "b", "c", "d").subList(0, 3 + random.nextInt(2));
        router = new Router(names, options(level), () -> now, random::nextInt);
        cluster = new SimulatedCluster(router.nodes(), random);
        samples = new ModelSamples(router, cluster, random, () -> now);
        reads = new ModelReads(router, cluster, samples, random);
        Arrays.setAll(sessions, session -> new Witness());
        for (int i = 0; i < 3; i++) {
            newReader();
        }
    }

    private RouteOptions options(ReadLevel level) {
        return new RouteOptions(
                level,
                true,
                Capture.GROUP,
                false,
                Duration.ofHours(1),
                Duration.ofMillis(10),
                Duration.ofHours(1),
                ModelReads.LAG_LIMIT_BYTES,
                Duration.ZERO,
                3,
                Duration.ZERO,
                Duration.ofMillis(200),
                Duration.ofMillis(200),
                true,
                Duration.ofHours(1),
                evicts ? 1 : 1000,
                List.of());
    }

    int readsOnReplicas() {
        return reads.onReplicas();
    }

    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        quiesce();
    }

    private void step() {
        now += 1 + random.nextInt(10_000_000);
        int dice = random.nextInt(1000);
        if (dice < 250) {
            samples.step();
        } else if (dice < 500) {
            reads.begin(anyReader());
        } else if (dice < 640) {
            reads.goOn();
        } else if (dice < 740) {
            write();
        } else if (dice < 820) {
            runOneOf(later);
        } else if (dice < 940) {
            cluster.replay(anyServer());
        } else if (dice < 960) {
            cluster.flush();
        } else if (dice < 975) {
            exchangeReader();
        } else {
            disturb();
        }
    }

    private void disturb() {
        switch (random.nextInt(12)) {
            case 7, 8, 9, 10, 0, 1 -> cluster.restart(anyServer());
            case 2 -> promote();
            case 3, 4, 5 -> cluster.rejoin(anyServer());
            case 6 -> fail(anyServer());
            default -> now += 1_000_000_000L;
        }
    }

    /** Two promotions of which nobody notices the first look like none: who led in between may be taken for the primary. */
    private void promote() {
        Epoch known = router.cluster().topology().epoch();
        int timeline = known == null ? SimulatedLog.FIRST : known.timeline();
        if (timeline == cluster.primary.log.timeline()) {
            cluster.promote(anyServer(), random.nextInt(3) > 0);
        }
    }

    private void fail(SimulatedServer server) {
        router.failed(server.node, random.nextBoolean() ? Failure.LOST : Failure.UNAVAILABLE);
    }

    private SimulatedServer anyServer() {
        return cluster.servers.get(random.nextInt(cluster.servers.size()));
    }

    private void runOneOf(List<Runnable> tasks) {
        if (!tasks.isEmpty()) {
            tasks.remove(random.nextInt(tasks.size())).run();
        }
    }

    // Readers.

    private void exchangeReader() {
        if (readers.size() > 5) {
            readers.remove(random.nextInt(readers.size()));
        }
        newReader();
    }

    private void newReader() {
        Witness own = new Witness();
        int session = random.nextInt(SESSIONS);
        List<Witness> both = List.of(own, sessions[session]);
        List<Witness> steady = evicts ? List.of(own) : both;
        switch (random.nextInt(4)) {
            case 0 -> readers.add(new ModelReader(Router.newReader(), List.of(own), List.of(own)));
            case 1 -> {
                UnitOfWork unit = UnitOfWork.begin("unit");
                readers.add(reader(List.of(unit), List.of(own), List.of(own)));
            }
            case 2 -> {
                UnitOfWork unit = UnitOfWork.begin("unit", "session " + session);
                readers.add(reader(List.of(unit), both, steady));
            }
            default -> nested(session, own, both, steady);
        }
    }

    private void nested(int session, Witness own, List<Witness> both, List<Witness> steady) {
        UnitOfWork outer = UnitOfWork.begin("unit");
        Reader ofOuter = router.reader(Router.newReader());
        UnitOfWork inner = UnitOfWork.begin("inner", "session " + session);
        readers.add(reader(List.of(inner, outer), both, steady));
        readers.add(new ModelReader(ofOuter, List.of(own), List.of(own)));
    }

    /** The reader of the unit that was begun just now; then the thread is free for others again. */
    private ModelReader reader(List<UnitOfWork> units, List<Witness> witnesses, List<Witness> steady) {
        Reader reader = router.reader(Router.newReader());
        units.forEach(UnitOfWork::close);
        return new ModelReader(reader, witnesses, steady);
    }

    private ModelReader anyReader() {
        return readers.get(random.nextInt(readers.size()));
    }

    // Writes.

    private void write() {
        ModelReader by = anyReader();
        Placement placement = new Placement();
        RouteDecision decision = router.onPrimary(placement, by.reader(), Reason.NOT_READ_ONLY);
        if (decision == null) {
            return;
        }
        SimulatedServer server = cluster.of(decision.node());
        if (!server.up || !server.writable) {
            router.ended(placement);
            return;
        }
        int key = random.nextInt(SimulatedServer.KEYS);
        if (random.nextInt(10) == 0) {
            inDoubt(by, placement, server, key);
        } else {
            commit(by, placement, server, key);
        }
    }

    private void commit(ModelReader by, Placement placement, SimulatedServer server, int key) {
        boolean durable = random.nextInt(4) > 0;
        long version = cluster.commit(server, key, durable);
        int position = server.position;
        int timeline = server.log.timeline();
        boolean tellsPosition = durable && random.nextInt(4) == 0;
        Runnable acknowledge = () -> {
            cluster.acknowledged(version, durable);
            Epoch epoch = router.cluster().topology().epoch();
            if (tellsPosition && epoch != null && epoch.timeline() == timeline) {
                router.wroteUpTo(by.reader(), position);
            } else {
                router.wrote(placement, durable);
            }
            router.ended(placement);
            by.witnesses().forEach(witness -> witness.wrote(key, version));
        };
        soonOrLater(acknowledge);
    }

    /** The connection is lost during the commit, which happens before that, or later, or not at all. */
    private void inDoubt(ModelReader by, Placement placement, SimulatedServer server, int key) {
        long end = now + Duration.ofMillis(200).toNanos();
        router.inDoubt(by.reader());
        router.ended(placement);
        soonOrLater(() -> {
            if (now < end && server.up && server.writable) {
                long version = cluster.commit(server, key, random.nextBoolean());
                by.witnesses().forEach(witness -> witness.wrote(key, version));
            }
        });
    }

    private void soonOrLater(Runnable task) {
        if (random.nextBoolean()) {
            task.run();
        } else {
            later.add(task);
        }
    }

    // The end.

    /** All is well again: in the end every reader is served by replicas, nothing is left behind, and losses were told. */
    private void quiesce() {
        reads.finish();
        while (!later.isEmpty()) {
            runOneOf(later);
        }
        cluster.recover();
        for (int round = 0; round < 6; round++) {
            now += Duration.ofSeconds(50).toNanos();
            cluster.recover();
            boolean last = round == 5;
            for (ModelReader by : readers) {
                now++;
                samples.all();
                reads.atEnd(by, last);
            }
        }
        checkNothingIsLeft();
    }

    private void checkNothingIsLeft() {
        RouteStatistics statistics = router.statistics();
        if (statistics.freePlaces() != router.options().fallback()) {
            throw new AssertionError("a place of the bulkhead is not given back");
        }
        if (statistics.nodes().stream().anyMatch(node -> node.inFlight() != 0)) {
            throw new AssertionError("a read counts as in flight for ever");
        }
        if (cluster.durableLost && statistics.suspectedLosses() == 0) {
            throw new AssertionError("an acknowledged write was lost, and nobody was told");
        }
    }
}
