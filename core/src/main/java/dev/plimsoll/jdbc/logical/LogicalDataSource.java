package dev.plimsoll.jdbc.logical;

import dev.plimsoll.route.Node;
import dev.plimsoll.route.Reader;
import dev.plimsoll.route.RouteStatistics;
import dev.plimsoll.route.Router;
import dev.plimsoll.route.Routing;
import dev.plimsoll.sql.SqlFacts;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out connections that are of no node until something is executed, and of the node that the router decides on then. Over a pool for
 * each node. Safe for use by many threads; its connections are for one thread at a time, as others are.
 */
public final class LogicalDataSource implements DataSource, Routing, AutoCloseable {
    /** How long a token waits: one that leaves, for the position of its reader's last write; one that comes, for the first sample. */
    private static final long POSITION_NANOS = 1_000_000_000L;

    private final Pools pools;
    private final DataSource configuredPrimary;
    private final AutoCloseable owned;

    /**
     * @param pools by the nodes' indexes
     * @param analyzer reads a text
     * @param owned closed with this
     */
    public LogicalDataSource(
            Router router,
            List<DataSource> pools,
            Function<String, SqlFacts> analyzer,
            NodeWatch watch,
            AutoCloseable owned) {
        if (pools.size() != router.nodes().size()) {
            throw new IllegalArgumentException(
                    pools.size() + " pools for " + router.nodes().size() + " nodes");
        }
        this.pools = new Pools(router, pools, analyzer, watch);
        this.configuredPrimary = pools.get(0);
        this.owned = owned;
    }

    @Override
    public Connection getConnection() {
        pools.watch().start();
        return new CompleteConnection(pools);
    }

    /** A connection of the primary's pool itself, not routed: the other pools do not know this user. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return primary().getConnection(user, password);
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        return primary().createConnectionBuilder();
    }

    @Override
    public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
        return primary().createShardingKeyBuilder();
    }

    @Override
    public RouteStatistics statistics() {
        return pools.router().statistics();
    }

    @Override
    public Optional<String> causalToken(String audience) {
        return pools.router().token(reader(), audience, POSITION_NANOS);
    }

    @Override
    public void accept(String token, String audience) {
        Reader reader = reader();
        pools.watch().start();
        pools.router().awaitCluster(POSITION_NANOS);
        pools.router().accept(reader, token, audience);
    }

    private Reader reader() {
        Reader nobody = Router.newReader();
        Reader reader = pools.router().reader(nobody);
        if (reader.equals(nobody)) {
            throw new IllegalStateException(
                    "a causal token is of a unit of work, and none is current: begin one with UnitOfWork.begin(name, session)");
        }
        return reader;
    }

    private DataSource primary() {
        Node primary = pools.router().awaitPrimary(0);
        return primary == null ? configuredPrimary : pools.pool(primary);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return configuredPrimary.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        configuredPrimary.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        configuredPrimary.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return configuredPrimary.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return configuredPrimary.getParentLogger();
    }

    /** Itself, or else what the configured primary's pool is or wraps. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        return type.isInstance(configuredPrimary) ? type.cast(configuredPrimary) : configuredPrimary.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || type.isInstance(configuredPrimary) || configuredPrimary.isWrapperFor(type);
    }

    @Override
    public void close() throws SQLException {
        try {
            owned.close();
        } catch (SQLException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new SQLException("closing what the data source owns has failed", failure);
        }
    }

    @Override
    public String toString() {
        return "Plimsoll's routes over " + pools.router().nodes();
    }
}
