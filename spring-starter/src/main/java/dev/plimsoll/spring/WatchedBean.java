package dev.plimsoll.spring;

import dev.plimsoll.route.Routing;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A data source bean that is watched.
 *
 * @param pool the bean as it was
 * @param watched hands out its connections; closing it ends the watching and leaves the pool alone
 */
record WatchedBean(String name, Pool pool, DataSource watched, Replicas replicas) implements AutoCloseable {

    Optional<Routing> routing() {
        try {
            return watched.isWrapperFor(Routing.class) ? Optional.of(watched.unwrap(Routing.class)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("a watched data source knows what it wraps", e);
        }
    }

    @Override
    public void close() {
        Closing.close(watched);
        replicas.close();
    }

    /** For the log. */
    @Override
    public String toString() {
        String with =
                replicas.pools().isEmpty() ? "" : " with " + replicas.pools().keySet();
        return name + " (" + pool.name() + ")" + with;
    }
}
