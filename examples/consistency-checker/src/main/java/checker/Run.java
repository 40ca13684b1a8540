package checker;

import cluster.Cluster;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** One run: a cluster, the data sources over it, those who use it and those who break it, and the judgement. */
final class Run {
    /** Few connections, so that they can be used up; conflicts come soon. */
    private static final Map<String, String> CLUSTER = Map.of(
            "max_connections", "80",
            "max_standby_streaming_delay", "100ms",
            "autovacuum", "off");

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PINNED_AT_MOST = POLL.multipliedBy(2).plusMillis(500);
    private static final Duration RETURNED = Duration.ofSeconds(10);

    private final Settings settings;
    private final Subject.Maker maker;
    private final PrintWriter out;
    private final AtomicBoolean over = new AtomicBoolean();

    Run(Settings settings, Subject.Maker maker, PrintWriter out) {
        this.settings = settings;
        this.maker = maker;
        this.out = out;
    }

    Verdict judge() throws SQLException {
        try (Cluster cluster = Cluster.start(2, CLUSTER)) {
            Schema.create(cluster.primary(), settings.keys());
            cluster.primary().execute(settings.hunting().preparation().toArray(new String[0]));
            for (int standby = 0; standby < settings.lag().size(); standby++) {
                cluster.standbys().get(standby).applyDelay(settings.lag().get(standby));
            }
            cluster.awaitCaughtUp();
            try (Pools pools = new Pools(cluster, "here", settings.workload().workers() + 6);
                    Pools others = new Pools(cluster, "there", 4)) {
                return judge(cluster, pools, others);
            }
        }
    }

    private Verdict judge(Cluster cluster, Pools pools, Pools others) throws SQLException {
        Violations violations = new Violations(violated ->
                over.compareAndSet(false, settings.hunting().stopsAt().contains(violated)));
        Tally tally = new Tally();
        try (Subject here = maker.over(pools, settings.libraryOptions());
                Subject there = maker.over(others, settings.libraryOptions())) {
            Scene scene = scene(cluster, pools, here, there, violations, tally);
            alone(scene);
            work(scene);
            if (!over.get()) {
                calm(scene);
            }
        }
        int leaked = leaked(pools, others);
        if (leaked > 0) {
            violations.add(Invariant.I9, "pools", leaked, leaked + " connections were not given back");
        }
        return new Verdict(tally, violations, leaked);
    }

    private Scene scene(Cluster cluster, Pools pools, Subject here, Subject there, Violations violations, Tally tally) {
        long origin = System.nanoTime();
        Registers registers = new Registers();
        Roles roles = new Roles(cluster.primary().port(), System.nanoTime());
        Oracle oracle = new Oracle(registers, roles, violations, origin, settings.oldest());
        List<Session> sessions = Scene.sessions(settings.workload().sessions(), registers);
        Log log = new Log(out, origin);
        Diversions diversions = new Diversions(here, violations);
        return new Scene(
                settings,
                cluster,
                pools,
                here,
                there,
                sessions,
                registers,
                roles,
                oracle,
                violations,
                tally,
                diversions,
                log,
                origin);
    }

    /** What needs a quiet cluster. */
    private void alone(Scene scene) throws SQLException {
        List<String> expected = Differential.run(scene.pools().primary());
        Differential.judge(expected, Differential.run(scene.subject().dataSource()), scene.violations());
        RoundTrips trips = RoundTrips.measure(
                scene.cluster().primary().proxy(),
                scene.pools().primary(),
                scene.subject().dataSource());
        trips.judge(scene.violations());
        scene.log().at(trips.toString());
        // A process that has not looked at the cluster yet cannot tell whose tokens it is given.
        Differential.run(scene.elsewhere().dataSource());
    }

    private void work(Scene scene) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        long end = System.nanoTime() + Duration.ofSeconds(settings.seconds()).toNanos();
        BooleanSupplier goesOn = () -> !over.get() && System.nanoTime() - end < 0;
        AtomicBoolean mended = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < settings.workload().workers(); number++) {
            threads.add(new Thread(
                    new Worker(
                            scene, number, random.split(), () -> goesOn.getAsBoolean() || !over.get() && !mended.get()),
                    "worker " + number));
        }
        threads.forEach(Thread::start);
        if (settings.faults().isEmpty()) {
            while (goesOn.getAsBoolean()) {
                Pause.millis(50);
            }
        } else {
            new Nemesis(scene, goesOn).run();
        }
        mended.set(true);
        threads.forEach(Run::join);
    }

    private void calm(Scene scene) throws SQLException {
        scene.log().at("all is mended");
        scene.cluster().awaitCaughtUp();
        new Quiescence(scene, PINNED_AT_MOST).judge();
        new FinalState(scene).judge();
        scene.diversions().judge();
        scene.log()
                .at(scene.diversions().most() + " reads were diverted at a time; "
                        + scene.subject().summary());
    }

    /** Connections that the pools still miss when everybody is done. */
    private static int leaked(Pools pools, Pools others) {
        long start = System.nanoTime();
        while (pools.active() + others.active() > 0 && System.nanoTime() - start < RETURNED.toNanos()) {
            Pause.millis(20);
        }
        return pools.active() + others.active();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
