package bench;

import dev.plimsoll.config.Options;
import dev.plimsoll.route.Epoch;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.Placement;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.Router;
import dev.plimsoll.route.StandbySample;
import dev.plimsoll.work.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it costs to find the node for one read and to note its end, with two replicas that have replayed everything and a reader who has
 * written nothing. The replicas are sampled once, so the lag limit is switched off by an idle poll of an hour.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open
public class DecisionBenchmark {
    private static final long POSITION = 1 << 24;

    private final Placement placement = new Placement();
    private final Reader ofConnection = Router.newReader();
    private Router router;
    private UnitOfWork unit;

    @Setup
    public void open() {
        router = new Router(
                List.of("primary", "a", "b"),
                Options.of(Map.of("poll-idle", "1h")).routing(),
                System::nanoTime);
        Epoch epoch = new Epoch(42, 1);
        for (Node node : router.nodes()) {
            long now = router.now();
            router.observed(
                    node,
                    node.index() == 0
                            ? new PrimarySample(now, now, epoch, 1, POSITION, POSITION, 0)
                            : new StandbySample(now, now, epoch, 1, POSITION, 0, false));
        }
        unit = UnitOfWork.begin("benchmark"); // on the thread that runs the benchmark
    }

    @Benchmark
    public @Nullable RouteDecision decide() {
        RouteDecision decision = router.place(placement, Reason.PROVEN_READ, router.reader(ofConnection), 0);
        router.ended(placement);
        return decision;
    }

    @TearDown
    public void close() {
        unit.close();
    }
}
