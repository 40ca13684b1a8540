package dev.plimsoll.agent.inside.replicas;

import dev.plimsoll.RoutedPool;
import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.PlimsollUrl;
import dev.plimsoll.logbook.Logbook;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the application's pools can be routed to the replicas that were given, and how. Safe for use by many threads. */
public final class Replicas {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll.route");
    private static final String POSTGRES = "jdbc:postgresql:";

    private final Map<String, String> options;
    private final Logbook logbook;
    private final Openings openings = new Openings();
    private final Set<String> saidAlready = ConcurrentHashMap.newKeySet();

    /**
     * @param options the agent's, with {@code replicas}
     */
    public Replicas(Map<String, String> options, Logbook logbook) {
        this.options = Map.copyOf(options);
        this.logbook = logbook;
    }

    /** A driver has opened a connection; kept in memory only. */
    public void opened(Driver driver, @Nullable String url, @Nullable Properties properties) {
        if (url != null && url.startsWith(POSTGRES)) {
            openings.add(new Opening(driver, url, properties));
        }
    }

    /** The application has opened a connection without a pool. */
    public void unpooled(@Nullable String url) {
        if (url != null && url.startsWith(POSTGRES)) {
            sayOnce("connections to " + PlimsollUrl.shown(url)
                    + " that are opened without a pool are watched but not routed to replicas");
        }
    }

    /**
     * Begins to route a pool.
     *
     * @param pooled a connection that it has just handed out
     * @param name of the pool, as people call it
     */
    public Optional<RoutedPool> begin(DataSource pool, Connection pooled, String name) throws SQLException {
        DatabaseMetaData database = pooled.getMetaData();
        String url = database.getURL();
        if (url == null || !url.startsWith(POSTGRES)) {
            return Optional.empty();
        }
        Opening opening = openings.find(url, database.getUserName());
        if (opening == null) {
            sayOnce("the pool " + name + " is watched but not routed to replicas until it opens its next connection,"
                    + " which shows how to open some to them");
            return Optional.empty();
        }
        try {
            RoutedPool routed = RoutedPool.of(new ApplicationPool(pool), url, opening::to, options, logbook, name);
            LOG.info("reads from the pool {} go to the replicas {}", name, options.get("replicas"));
            return Optional.of(routed);
        } catch (InvalidOptionException e) {
            sayOnce("the pool " + name + " is watched but not routed to replicas: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void sayOnce(String sentence) {
        if (saidAlready.add(sentence)) {
            LOG.warn(sentence);
        }
    }
}
