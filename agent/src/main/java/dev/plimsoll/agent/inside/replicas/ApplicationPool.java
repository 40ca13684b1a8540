package dev.plimsoll.agent.inside.replicas;

import dev.plimsoll.jdbc.logical.EvictingPool;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The application's own pool, as it is without us. Held weakly, for the application may let go of it without closing it. */
final class ApplicationPool extends TakenConnections implements EvictingPool {
    /** HikariCP's, and that of Commons DBCP. */
    private static final List<String> EVICTIONS = List.of("evictConnection", "invalidateConnection");

    private final WeakReference<DataSource> pool;

    ApplicationPool(DataSource pool) {
        this.pool = new WeakReference<>(pool);
    }

    @Override
    Connection take() throws SQLException {
        DataSource present = pool.get();
        if (present == null) {
            throw new SQLException("the application's pool is gone");
        }
        return present.getConnection();
    }

    @Override
    public boolean evict(Connection handle) {
        DataSource present = pool.get();
        for (String method : EVICTIONS) {
            try {
                if (present != null) {
                    present.getClass().getMethod(method, Connection.class).invoke(present, handle);
                    return true;
                }
            } catch (ReflectiveOperationException | RuntimeException e) {
                // not every pool has each
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "the application's pool";
    }
}
