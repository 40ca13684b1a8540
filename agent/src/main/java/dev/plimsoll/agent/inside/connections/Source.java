package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.RoutedPool;
import dev.plimsoll.agent.inside.replicas.Replicas;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source or URL: its kind, and what watches its connections, which is made when the first one comes. */
final class Source implements AutoCloseable {
    /** Whoever has handed out so many connections to the application is no source for a pool's own use. */
    private static final int SETTLED = 64;

    private final Kind kind;
    private final String name;
    private final Function<String, ConnectionWatch> begin;
    private volatile @Nullable ConnectionWatch watch;
    /** Decisions in a row that a connection is the application's; lost updates do no harm. */
    private int taken;

    private volatile @Nullable RoutedPool route;
    private boolean closed;

    Source(Kind kind, String name, Function<String, ConnectionWatch> begin) {
        this.kind = kind;
        this.name = name;
        this.begin = begin;
    }

    Kind kind() {
        return kind;
    }

    /** Whether its connections are the application's, so that nobody needs to look who asks for one. */
    boolean servesTheApplication() {
        return kind == Kind.POOL || taken >= SETTLED;
    }

    /** Whether a connection was {@code left} to a pool, or to a cast. */
    void decided(boolean left) {
        if (taken < SETTLED) {
            taken = left ? 0 : taken + 1;
        }
    }

    boolean isBegun() {
        return watch != null || route != null;
    }

    /** Null as long as it is not routed. */
    @Nullable
    RoutedPool route() {
        return route;
    }

    /**
     * Routes it if that can be done by now; null if not.
     *
     * @param pooled a connection that {@code pool} has just handed out
     */
    synchronized @Nullable RoutedPool route(DataSource pool, Connection pooled, Replicas replicas) throws SQLException {
        if (route == null && !closed) {
            route = replicas.begin(pool, pooled, name).orElse(null);
        }
        return route;
    }

    ConnectionWatch watch() {
        ConnectionWatch known = watch;
        return known == null ? begin() : known;
    }

    private synchronized ConnectionWatch begin() {
        ConnectionWatch known = watch;
        if (known == null) {
            known = begin.apply(name);
            watch = known;
        }
        return known;
    }

    /** The pool is closed, or is not to be routed any more. */
    void endRoute() {
        RoutedPool ended;
        synchronized (this) {
            ended = route;
            route = null;
            closed = true;
        }
        if (ended != null) {
            ended.close(); // not under the lock, since pollers may be waiting for a connection
        }
    }

    @Override
    public void close() {
        endRoute();
        endWatch();
    }

    private synchronized void endWatch() {
        if (watch != null) {
            watch.close();
        }
    }
}
