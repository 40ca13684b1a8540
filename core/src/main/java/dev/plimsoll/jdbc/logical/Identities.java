package dev.plimsoll.jdbc.logical;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plimsoll.postgres.ServerIdentity;
import java.sql.Connection;
import java.sql.SQLException;

/** Which server each of the driver's connections leads to: asked once for each, however often its pool hands it out. */
final class Identities {
    private final Cache<Object, ServerIdentity> known =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    ServerIdentity of(Connection handle, Driver driver) throws SQLException {
        ServerIdentity identity = known.getIfPresent(driver.connection());
        return identity == null ? ask(handle, driver) : identity;
    }

    /** Asks again. Never inside a transaction, which would then have begun when the application says how it should. */
    ServerIdentity ask(Connection handle, Driver driver) throws SQLException {
        boolean autoCommit = handle.getAutoCommit();
        if (!autoCommit) {
            handle.setAutoCommit(true);
        }
        ServerIdentity identity = driver.isPostgres() ? ServerIdentity.of(handle) : ServerIdentity.UNKNOWN;
        if (!autoCommit) {
            handle.setAutoCommit(false);
        }
        known.put(driver.connection(), identity);
        return identity;
    }

    /** From now on a commit there may be acknowledged before it is flushed, for all we know. */
    void notDurable(Driver driver) {
        known.asMap()
                .computeIfPresent(
                        driver.connection(),
                        (key, known) -> new ServerIdentity(known.incarnation(), known.inRecovery(), false));
    }
}
