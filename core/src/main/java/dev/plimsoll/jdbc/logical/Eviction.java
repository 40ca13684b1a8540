package dev.plimsoll.jdbc.logical;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Takes a connection out of its pool for good. */
final class Eviction {
    private static final boolean HIKARI = isHikariPresent();

    private Eviction() {}

    /** The pool is not to hand it out again; returns when it has let go of it. */
    static void evict(DataSource pool, Connection handle) {
        try {
            boolean gone = pool instanceof EvictingPool evicting && evicting.evict(handle);
            if (!gone && (!HIKARI || !Hikari.evict(pool, handle))) {
                handle.abort(Runnable::run);
            }
        } catch (SQLException | RuntimeException | LinkageError e) {
            // It is broken, or its driver knows no abort: the pool will notice.
        }
        try {
            handle.close();
        } catch (SQLException | RuntimeException e) {
            // It was to be got rid of.
        }
    }

    private static boolean isHikariPresent() {
        try {
            Class.forName("com.zaxxer.hikari.HikariDataSource", false, Eviction.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // another pool is used
        }
    }

    /** Touched only where HikariCP is present. */
    private static final class Hikari {
        static boolean evict(DataSource pool, Connection handle) throws SQLException {
            if (pool instanceof HikariDataSource hikari) {
                hikari.evictConnection(handle);
                return true;
            }
            if (pool.isWrapperFor(HikariDataSource.class)) {
                pool.unwrap(HikariDataSource.class).evictConnection(handle);
                return true;
            }
            return false;
        }
    }
}
