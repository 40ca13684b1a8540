package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.ConnectionWatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A data source or URL: its kind, and what watches its connections, which is made when the first one comes. */
final class Source implements AutoCloseable {
    private final Kind kind;
    private final String name;
    private final Function<String, ConnectionWatch> begin;
    private volatile @Nullable ConnectionWatch watch;

    Source(Kind kind, String name, Function<String, ConnectionWatch> begin) {
        this.kind = kind;
        this.name = name;
        this.begin = begin;
    }

    Kind kind() {
        return kind;
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
