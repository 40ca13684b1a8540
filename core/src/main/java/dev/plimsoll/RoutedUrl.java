package dev.plimsoll;

import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.NodeUrls;
import dev.plimsoll.config.Options;
import dev.plimsoll.config.PlimsollUrl;
import dev.plimsoll.jdbc.logical.LogicalDataSource;
import dev.plimsoll.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What stands behind a URL with replicas: a pool for each node, and the router over them. */
record RoutedUrl(Assembly assembly, LogicalDataSource connections) implements AutoCloseable {

    /** Opens no connection. */
    static RoutedUrl of(PlimsollUrl url, Options options) {
        if (!HikariPools.arePossible()) {
            throw new InvalidOptionException(
                    "plimsoll.replicas in a URL needs com.zaxxer:HikariCP on the class path, for the pool of each node");
        }
        Map<String, DataSource> pools = new LinkedHashMap<>();
        NodeUrls.of(url.realUrl(), options.replicas())
                .forEach((node, realUrl) -> pools.put(
                        node, HikariPools.of(node, realUrl, url.realProperties(), options.nodeConnections())));
        Assembly assembly = Assembly.of(options, List.of(), List.of(), List.of(), System::nanoTime);
        assembly.recorder().dialect(Dialect.ofUrl(url.realUrl()));
        return new RoutedUrl(assembly, ReplicaAssembly.of(pools, true, options, assembly.recorder(), System::nanoTime));
    }

    Connection getConnection() {
        return assembly.interception().wrap(connections.getConnection());
    }

    @Override
    public void close() {
        try {
            connections.close();
        } catch (SQLException e) {
            assembly.recorder().guard().failed("closing the pools of a URL", e);
        } finally {
            assembly.close();
        }
    }
}
