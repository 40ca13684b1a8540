package dev.plimsoll.scenario;

import dev.plimsoll.detect.Detectors;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.detect.Thresholds;
import dev.plimsoll.jdbc.Interception;
import dev.plimsoll.jdbc.logical.LogicalDataSource;
import dev.plimsoll.route.Capture;
import dev.plimsoll.route.Epoch;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.route.RouteOptions;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.Router;
import dev.plimsoll.route.StandbySample;
import dev.plimsoll.sql.BuiltIns;
import dev.plimsoll.sql.Catalog;
import dev.plimsoll.sql.CatalogBuilder;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.Routine.Volatility;
import dev.plimsoll.sql.SqlAnalyzer;
import dev.plimsoll.work.Attention;
import dev.plimsoll.work.CallSiteOptions;
import dev.plimsoll.work.Guard;
import dev.plimsoll.work.ObservedRouting;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.Recorder;
import dev.plimsoll.work.WorkListener;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** A primary and a replica that are one database: what goes where is decided, and what comes back is the same. */
final class TwoNodes implements WorkListener, AutoCloseable {
    private final Router router;
    private final Recorder recorder;
    private final Thresholds thresholds;
    private final Collector findings;
    private final DataSource dataSource;

    TwoNodes(DataSource database, boolean autocommitReads, Profile profile, Collector findings) {
        this.thresholds = Thresholds.of(profile);
        this.findings = findings;
        CallSiteOptions histories = new CallSiteOptions(List.of(TwoNodes.class.getPackageName()), List.of(), false);
        router = new Router(List.of("primary", "replica"), options(autocommitReads), Time::now);
        recorder = new Recorder(this, histories, Time::now, new Guard());
        Catalog catalog = catalog();
        recorder.routing(
                () -> seen(router.statistics(), recorder),
                facts -> router.level() != ReadLevel.PRIMARY && facts.isRead(catalog));
        LogicalDataSource routed = new LogicalDataSource(
                router, List.of(database, database), new SqlAnalyzer(Dialect.H2)::facts, () -> catalog, () -> {});
        dataSource = (DataSource) new Interception(recorder, false).wrap(routed);
        sample();
    }

    private static RouteOptions options(boolean autocommitReads) {
        return new RouteOptions(
                ReadLevel.READ_YOUR_WRITES,
                autocommitReads,
                Capture.GROUP,
                false,
                Duration.ofHours(1),
                Duration.ofMillis(10),
                Duration.ofHours(1),
                Long.MAX_VALUE,
                Duration.ZERO,
                100,
                Duration.ZERO,
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                false,
                Duration.ofMinutes(10),
                1_000,
                List.of());
    }

    /** Knows the function that takes time for one that only reads. */
    private static Catalog catalog() {
        BuiltIns builtIns = new BuiltIns();
        builtIns.function(1, "takes", Volatility.STABLE);
        return new CatalogBuilder(builtIns).build();
    }

    private static ObservedRouting seen(RouteStatistics statistics, Recorder recorder) {
        return new ObservedRouting(
                statistics.units(), statistics.onReplicas(), recorder.undeclaredReads(), statistics.standbysUp());
    }

    private void sample() {
        long now = Time.now();
        Epoch epoch = new Epoch(0, 0);
        router.observed(router.nodes().get(0), new PrimarySample(now, now, epoch, 0, 0, 0, 0));
        router.observed(router.nodes().get(1), new StandbySample(now, now, epoch, 0, Long.MAX_VALUE, 0, false));
    }

    DataSource dataSource() {
        return dataSource;
    }

    void loseTheReplica() {
        router.unreachable(router.nodes().get(1));
    }

    @Override
    public void unitObserved(ObservedUnit unit) {
        Detectors.detectors().forEach(detector -> detector.inspect(unit, thresholds, findings::report));
    }

    @Override
    public boolean wantsPlainUnits() {
        return false;
    }

    @Override
    public void transactionObserved(ObservedTransaction transaction) {}

    @Override
    public Attention attention() {
        return thresholds.attention();
    }

    @Override
    public void close() {
        recorder.close();
    }
}
