package dev.plimsoll;

import dev.plimsoll.config.Options;
import dev.plimsoll.jdbc.logical.LogicalDataSource;
import dev.plimsoll.jdbc.logical.NodeWatch;
import dev.plimsoll.postgres.NodePollers;
import dev.plimsoll.route.ReadLevel;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.Catalog;
import dev.plimsoll.work.ObservedRouting;
import dev.plimsoll.work.Recorder;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Puts the parts together that route the statements of one data source: pools ▸ pollers ▸ router ▸ logical connections. */
final class ReplicaAssembly {
    /** How large a pool is taken to be that does not tell. */
    private static final int POOL_SIZE = 10;

    private ReplicaAssembly() {}

    /**
     * @param nodes the pool of each node by its name: the primary, then the replicas
     * @param ownsPools whether the pools end with the data source
     */
    static LogicalDataSource of(
            Map<String, DataSource> nodes, boolean ownsPools, Options options, Recorder recorder, LongSupplier clock) {
        List<DataSource> pools = List.copyOf(nodes.values());
        return of(nodes, pools, ownsPools ? pools : List.of(), options, recorder, clock);
    }

    /**
     * @param nodes the pool of each node by its name: the primary, then the replicas
     * @param polled what each node's poller takes its connection from, in the same order
     * @param owned the pools that end with the data source
     */
    static LogicalDataSource of(
            Map<String, DataSource> nodes,
            List<DataSource> polled,
            List<DataSource> owned,
            Options options,
            Recorder recorder,
            LongSupplier clock) {
        List<DataSource> pools = List.copyOf(nodes.values());
        int places = options.fallback().of(HikariPools.size(pools.get(0)).orElse(POOL_SIZE));
        Router router =
                new Router(List.copyOf(nodes.keySet()), options.routing().withFallback(places), clock);
        NodePollers pollers = new NodePollers(router, polled);
        recorder.routing(
                () -> observed(router.statistics(), recorder),
                facts -> router.level() != ReadLevel.PRIMARY && facts.isRead(pollers.catalog()));
        return new LogicalDataSource(router, pools, recorder::facts, watch(pollers), closing(pollers, owned));
    }

    private static ObservedRouting observed(RouteStatistics statistics, Recorder recorder) {
        return new ObservedRouting(
                statistics.units(), statistics.onReplicas(), recorder.undeclaredReads(), statistics.standbysUp());
    }

    private static NodeWatch watch(NodePollers pollers) {
        return new NodeWatch() {
            @Override
            public void start() {
                pollers.start();
            }

            @Override
            public Catalog catalog() {
                return pollers.catalog();
            }

            @Override
            public void defined() {
                pollers.catalogChanged();
            }
        };
    }

    private static AutoCloseable closing(NodePollers pollers, List<DataSource> pools) {
        return () -> {
            pollers.close();
            for (DataSource pool : pools) {
                if (pool instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            }
        };
    }
}
