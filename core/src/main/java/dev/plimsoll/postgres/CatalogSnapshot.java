package dev.plimsoll.postgres;

import dev.plimsoll.sql.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog as it was read last. Read by the poller of the primary, used by all threads. */
final class CatalogSnapshot {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.route");
    private static final long LASTS_NANOS = 30_000_000_000L;

    private final Source source;
    private volatile Catalog catalog = Catalog.EMPTY;
    private volatile boolean changed = true;
    private volatile long readAt;
    private boolean complained;

    /** Reads the catalog of the connection's database. */
    interface Source {
        Catalog read(Connection connection) throws SQLException;
    }

    CatalogSnapshot(Source source) {
        this.source = source;
    }

    Catalog catalog() {
        return catalog;
    }

    /** Somebody has defined something: the snapshot is old. */
    void changed() {
        changed = true;
    }

    boolean isDue(long now) {
        return changed || now - readAt > LASTS_NANOS;
    }

    /** Reads it anew; whatever fails, the old one remains until the next turn. */
    boolean refresh(Connection connection, long now) {
        changed = false;
        readAt = now;
        try {
            catalog = source.read(connection);
            complained = false;
            return true;
        } catch (SQLException | RuntimeException e) {
            if (!complained) {
                complained = true;
                LOG.warn(
                        "The catalog could not be read: {}",
                        String.valueOf(SqlFailures.telling(e).getMessage()));
            }
            return false;
        }
    }
}
