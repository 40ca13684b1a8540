package checker;

import cluster.Cluster;
import cluster.Server;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A pool for each server of a cluster, through its proxy, the configured primary's first: those of one process. */
final class Pools implements AutoCloseable {
    /** Short times, so that a dead server is found out soon; and no waiting for rows that a lost transaction holds. */
    private static final String SETTINGS = "&connectTimeout=1&socketTimeout=2&loginTimeout=2&cancelSignalTimeout=1"
            + "&tcpKeepAlive=true&options=-c%20lock_timeout=1500&ApplicationName=";

    private final List<HikariDataSource> pools;
    private final AtomicBoolean closed = new AtomicBoolean();

    Pools(Cluster cluster, String process, int size) {
        pools = cluster.servers().stream()
                .map(server -> pool(server, process, size))
                .toList();
    }

    private static HikariDataSource pool(Server server, String process, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(process + " " + server.name());
        config.setJdbcUrl(server.url() + SETTINGS + process);
        config.setConnectionInitSql(Schema.NUMBERED);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(1_000);
        config.setValidationTimeout(500);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    HikariDataSource primary() {
        return pools.get(0);
    }

    List<HikariDataSource> all() {
        return pools;
    }

    /** Connections that somebody holds. */
    int active() {
        return pools.stream()
                .map(HikariDataSource::getHikariPoolMXBean)
                .mapToInt(HikariPoolMXBean::getActiveConnections)
                .sum();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pools.forEach(HikariDataSource::close);
        }
    }
}
