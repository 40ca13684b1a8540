package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cluster.Server;
import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.config.Options;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.Placement;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.Reason;
import dev.plimsoll.route.RouteDecision;
import dev.plimsoll.route.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A router over pools of these nodes, with its pollers; on closing, no connection may be out of its pool. */
final class Routed implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    final Router router;
    final NodePollers pollers;
    private final List<DataSource> pools;

    private Routed(List<String> names, List<DataSource> pools, Map<String, String> options) {
        this.pools = pools;
        this.router = new Router(names, Options.of(options).routing(), System::nanoTime);
        this.pollers = new NodePollers(router, pools);
        pollers.start();
    }

    /** Asked often. */
    static Routed over(Server... servers) {
        Map<String, DataSource> nodes = new LinkedHashMap<>();
        Stream.of(servers).forEach(server -> nodes.put(server.name(), pool(server.url())));
        return over(nodes);
    }

    static Routed over(Map<String, DataSource> nodes) {
        return over(nodes, Map.of("poll-idle", "200ms"));
    }

    static Routed over(Map<String, DataSource> nodes, Map<String, String> options) {
        return new Routed(List.copyOf(nodes.keySet()), new ArrayList<>(nodes.values()), options);
    }

    /** As an application has it: nothing is connected to before it is needed, and whoever wants a connection waits for 30 s. */
    static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(3);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    Node node(String name) {
        return router.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    /** Where a read goes that may go to this node or to the primary. */
    RouteDecision read(Reader reader, String name) {
        int others = 0;
        for (Node node : router.nodes()) {
            others |= node.name().equals(name) ? 0 : 1 << node.index();
        }
        Placement placement = new Placement();
        RouteDecision decision = router.place(placement, Reason.PROVEN_READ, reader, others);
        router.ended(placement);
        return decision;
    }

    boolean serves(String name) {
        RouteDecision decision = read(Router.newReader(), name);
        return decision != null && decision.replica();
    }

    void awaitServes(String name) {
        await().atMost(SOON).until(() -> serves(name));
    }

    void awaitServesNot(String name) {
        await().atMost(SOON).until(() -> !serves(name));
    }

    void awaitPrimary(String name) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(router.awaitPrimary(1_000_000)).hasToString(name));
    }

    @Override
    public void close() {
        pollers.close();
        for (DataSource source : pools) {
            if (source instanceof HikariDataSource pool) {
                if (pool.getHikariPoolMXBean() != null) {
                    await().atMost(SOON).until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
                }
                pool.close();
            }
        }
    }
}
