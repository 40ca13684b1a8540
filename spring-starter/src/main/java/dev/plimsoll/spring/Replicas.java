package dev.plimsoll.spring;

import dev.plimsoll.config.NodeUrls;
import dev.plimsoll.config.PlimsollUrl;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.util.StringUtils;

/**
 * The pools of one data source's replicas.
 *
 * @param pools by the replicas, in the order of the configuration
 */
record Replicas(Map<ReplicaSettings, DataSource> pools) implements AutoCloseable {

    static Replicas of(Pool primary, String bean, List<ReplicaSettings> replicas) {
        Map<ReplicaSettings, DataSource> pools = new LinkedHashMap<>();
        for (ReplicaSettings replica : replicas) {
            check(replica);
            pools.put(replica, primary.derived(bean + "-" + replica.name(), replica));
        }
        return new Replicas(pools);
    }

    /** The replicas that a URL names by their hosts. */
    static List<ReplicaSettings> ofUrl(String url, String hosts) {
        List<ReplicaSettings> replicas = new ArrayList<>();
        List<String> names = List.of(StringUtils.tokenizeToStringArray(hosts, ","));
        NodeUrls.of(url, names).forEach((name, nodeUrl) -> {
            if (!name.equals(NodeUrls.PRIMARY)) {
                replicas.add(new ReplicaSettings("plimsoll.replicas of the URL", name, nodeUrl, null, null));
            }
        });
        return replicas;
    }

    private static void check(ReplicaSettings replica) {
        if (PlimsollUrl.accepts(replica.url())) {
            throw new Mistake(
                    "'" + replica.property() + ".url' begins with " + PlimsollUrl.PREFIX + ".",
                    "Write the replica's real URL: the data source is watched as a whole.");
        }
        if (DriverManager.drivers().noneMatch(driver -> accepts(driver, replica.url()))) {
            String known = DriverManager.drivers()
                    .map(driver -> driver.getClass().getName())
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new Mistake(
                    "'" + replica.property() + ".url' is '" + PlimsollUrl.shown(replica.url())
                            + "', which no JDBC driver accepts.",
                    "Correct the URL, or add its driver to the class path; those found are: " + known + ".");
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false; // a driver that chokes on the URL is not the one
        }
    }

    /** @throws Mistake if one cannot be reached */
    void require() {
        pools.forEach((replica, pool) -> {
            try (Connection connection = pool.getConnection()) {
                connection.getMetaData();
            } catch (SQLException e) {
                throw new Mistake(
                        "The replica '" + replica.name() + "' (" + replica.property() + ") at "
                                + PlimsollUrl.shown(replica.url()) + " cannot be reached: " + e.getMessage(),
                        "Start it, correct its URL, user or password, or let the application start without it:"
                                + " plimsoll.replicas-required=false.",
                        e);
            }
        });
    }

    @Override
    public void close() {
        pools.values().forEach(Closing::close);
    }
}
