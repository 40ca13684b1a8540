package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.ConnectionWatch;
import java.util.function.Function;
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
        return watch != null;
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

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
