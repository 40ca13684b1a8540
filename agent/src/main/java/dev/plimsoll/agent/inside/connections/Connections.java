package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.RoutedPool;
import dev.plimsoll.agent.inside.replicas.Bypass;
import dev.plimsoll.agent.inside.replicas.Replicas;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Decides about every connection that is handed out. Safe for use by many threads. */
public final class Connections implements AutoCloseable {
    private final Function<String, ConnectionWatch> begin;
    private final ConcreteCasts casts;
    private final OwnPlimsoll ownPlimsoll;
    private final Consumer<ClassLoader> seen;
    private final @Nullable Replicas replicas;
    private volatile @Nullable Sources sources;

    /**
     * @param begin begins to watch a database, of the given name
     * @param casts the classes of connections that somebody casts them to
     * @param ownPlimsoll whether the application itself wraps data sources
     * @param seen is told the class loader of whoever hands out a connection, before the first of a source is watched
     * @param replicas null if none were given
     */
    public Connections(
            Function<String, ConnectionWatch> begin,
            ConcreteCasts casts,
            OwnPlimsoll ownPlimsoll,
            Consumer<ClassLoader> seen,
            @Nullable Replicas replicas) {
        this.begin = begin;
        this.casts = casts;
        this.ownPlimsoll = ownPlimsoll;
        this.seen = seen;
        this.replicas = replicas;
    }

    /** What the application gets in place of a connection that {@code dataSource} would make; null if that is to make one. */
    public @Nullable Connection routed(DataSource dataSource) {
        Source source = replicas == null || Bypass.isHere() ? null : sources().known(dataSource);
        RoutedPool route = source == null ? null : source.route();
        return route == null || isForPlimsoll() ? null : route.getConnection();
    }

    /** A data source is being closed. */
    public void closed(DataSource dataSource) {
        Source source = sources().known(dataSource);
        if (source != null) {
            source.endRoute();
        }
    }

    /** By a data source; the result is what the application gets. */
    public Connection handedOut(Connection connection, DataSource dataSource) throws SQLException {
        if (Bypass.isHere()) {
            return connection;
        }
        Source source = sources().of(dataSource);
        if (source.kind() == Kind.PROXY || ConnectionWatch.isWatched(connection)) {
            return connection;
        }
        boolean left = source.servesTheApplication() ? isToBeLeftUnseen(connection) : isToBeLeft(connection);
        source.decided(left);
        return left ? connection : routedOrWatched(connection, source, dataSource);
    }

    private Connection routedOrWatched(Connection connection, Source source, DataSource dataSource)
            throws SQLException {
        if (replicas == null || source.kind() != Kind.POOL) {
            return watched(connection, source, dataSource);
        }
        if (!source.isBegun()) {
            seen.accept(dataSource.getClass().getClassLoader());
        }
        RoutedPool route = source.route(dataSource, connection, replicas);
        if (route == null) {
            return watched(connection, source, dataSource);
        }
        Connection routed = route.getConnection();
        connection.close(); // back to its pool, until it is known to be needed
        return routed;
    }

    /** At every checkout, so that the stack is looked at only where it may matter. */
    private boolean isToBeLeftUnseen(Connection connection) {
        return casts.areAwaited(connection, List.of()) || isForPlimsoll();
    }

    private boolean isForPlimsoll() {
        return ownPlimsoll.isLoaded() && Callers.ofThisThread().includePlimsoll();
    }

    /** By a driver; the result is what the application gets. */
    public Connection opened(
            Connection connection, Driver driver, @Nullable String url, @Nullable Properties properties) {
        if (Bypass.isHere() || ConnectionWatch.isWatched(connection)) {
            return connection;
        }
        if (replicas != null) {
            replicas.opened(driver, url, properties);
        }
        if (isToBeLeft(connection)) {
            return connection;
        }
        Connection watched = watched(connection, sources().ofUrl(url), driver);
        if (replicas != null) {
            replicas.unpooled(url);
        }
        return watched;
    }

    private boolean isToBeLeft(Connection connection) {
        Callers callers = Callers.ofThisThread();
        return callers.includeAPool() || casts.areAwaited(connection, callers.types());
    }

    /** Made when the first connection comes: not every JVM has one, and the start of none is to wait for it. */
    private Sources sources() {
        Sources known = sources;
        return known == null ? begin() : known;
    }

    private synchronized Sources begin() {
        Sources known = sources;
        if (known == null) {
            known = new Sources(begin);
            sources = known;
        }
        return known;
    }

    private Connection watched(Connection connection, Source source, Object from) {
        if (!source.isBegun()) {
            seen.accept(from.getClass().getClassLoader());
        }
        return source.watch().wrap(connection);
    }

    @Override
    public synchronized void close() {
        if (sources != null) {
            sources.close();
        }
    }
}
