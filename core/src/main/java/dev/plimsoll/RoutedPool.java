package dev.plimsoll;

import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.NodeUrls;
import dev.plimsoll.config.Options;
import dev.plimsoll.jdbc.logical.LogicalDataSource;
import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Routes what an application takes from its own pool, for those who see the pool but did not make it, such as an agent: the application's
 * pool stays that of the primary, of which no connection is kept; pools of each replica, and of the pollers, are made beside it. Safe for
 * use by many threads.
 */
public final class RoutedPool implements AutoCloseable {
    private static final int POLLERS = 2;

    private final Assembly assembly;
    private final LogicalDataSource connections;

    private RoutedPool(Assembly assembly, LogicalDataSource connections) {
        this.assembly = assembly;
        this.connections = connections;
    }

    /**
     * Begins; opens no connection.
     *
     * @param primary the application's pool
     * @param url what that connects to, the real driver's
     * @param unpooled makes connections to such a URL, as the same user
     * @param options by key, without prefix; {@code replicas} among them
     * @param logbook takes what is seen
     * @param name what the logbook calls the pool
     * @throws InvalidOptionException if an option is wrong, or does not go with the URL
     */
    public static RoutedPool of(
            DataSource primary,
            String url,
            Function<String, DataSource> unpooled,
            Map<String, String> options,
            Logbook logbook,
            String name) {
        Options checked = Options.of(options);
        Map<String, DataSource> nodes = new LinkedHashMap<>();
        List<DataSource> polled = new ArrayList<>();
        NodeUrls.of(url, checked.replicas()).forEach((node, its) -> {
            boolean isPrimary = nodes.isEmpty();
            DataSource made =
                    HikariPools.of(node, unpooled.apply(its), isPrimary ? POLLERS : checked.nodeConnections());
            nodes.put(node, isPrimary ? primary : made);
            polled.add(made);
        });
        Assembly assembly = Assembly.of(checked, List.of(), List.of(), List.of(), System::nanoTime);
        assembly.recorder().dialect(Dialect.ofUrl(url));
        LogicalDataSource routed =
                ReplicaAssembly.of(nodes, polled, polled, checked, assembly.recorder(), System::nanoTime);
        assembly.enterInto(logbook, name).nodes(routed::statistics);
        return new RoutedPool(assembly, routed);
    }

    /** Watched, and of no node until something is executed. */
    public Connection getConnection() {
        return assembly.interception().wrap(connections.getConnection());
    }

    /** Ends all but the connections that are out. */
    @Override
    public void close() {
        try {
            connections.close();
        } catch (SQLException e) {
            assembly.recorder().guard().failed("closing the pools of replicas", e);
        } finally {
            assembly.close();
        }
    }
}
