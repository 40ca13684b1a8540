package dev.plimsoll.jdbc.logical;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plimsoll.postgres.ServerIdentity;
import dev.plimsoll.route.Node;
import dev.plimsoll.route.Router;
import dev.plimsoll.sql.Catalog;
import dev.plimsoll.sql.SqlFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the logical connections of one data source share: a pool for each node, and what was learnt from their connections. */
final class Pools {
    private static final int MOST_TYPES = 64;

    private final Router router;
    private final List<DataSource> pools;
    private final Function<String, SqlFacts> analyzer;
    private final NodeWatch watch;
    private final Identities identities = new Identities();
    private final Cache<Class<?>, Boolean> wraps = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_TYPES)
            .executor(Runnable::run)
            .build();
    private volatile @Nullable Defaults defaults;
    /** A connection that was given back: what it answers now is what its pool or driver says of closed ones. */
    private volatile @Nullable Connection closed;

    private volatile @Nullable Statement closedStatement;

    Pools(Router router, List<DataSource> pools, Function<String, SqlFacts> analyzer, NodeWatch watch) {
        this.router = router;
        this.pools = List.copyOf(pools);
        this.analyzer = analyzer;
        this.watch = watch;
    }

    Router router() {
        return router;
    }

    NodeWatch watch() {
        return watch;
    }

    Catalog catalog() {
        return watch.catalog();
    }

    SqlFacts facts(String sql) {
        return analyzer.apply(sql);
    }

    @Nullable
    Defaults defaults() {
        return defaults;
    }

    @Nullable
    Connection closed() {
        return closed;
    }

    /** A statement that is closed, of a connection that is. */
    @Nullable
    Statement closedStatement() {
        return closedStatement;
    }

    DataSource pool(Node node) {
        return pools.get(node.index());
    }

    /** A connection of the node's pool. Waits as long as the pool does. */
    PhysicalConnection take(Node node) throws SQLException {
        DataSource pool = pool(node);
        Connection handle = pool.getConnection();
        try {
            Driver driver = Driver.of(handle);
            ServerIdentity identity = identities.of(handle, driver);
            if (defaults == null) {
                defaults = Defaults.of(handle);
            }
            return new PhysicalConnection(this, node, handle, driver, identity);
        } catch (SQLException | RuntimeException | Error failure) {
            Eviction.evict(pool, handle); // what it was asked it should have answered
            throw failure;
        }
    }

    /** Whether their connections wrap one of that type; null if nobody has asked yet. */
    @Nullable
    Boolean wraps(Class<?> type) {
        return wraps.getIfPresent(type);
    }

    boolean wraps(Class<?> type, boolean answer) {
        wraps.put(type, answer);
        return answer;
    }

    Identities identities() {
        return identities;
    }

    /** Before a connection is given back. */
    void giveBack(Connection handle) {
        if (closed == null) {
            try (Statement statement = handle.createStatement()) {
                closedStatement = statement;
            } catch (SQLException | RuntimeException e) {
                return; // the next one will do
            }
            closed = handle;
        }
    }
}
