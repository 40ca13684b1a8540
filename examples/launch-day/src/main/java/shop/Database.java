package shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;

/** An empty database of its own and a pool of connections to it. Both live until it is closed. */
final class Database implements Closeable {
    private final HikariDataSource pool;
    private final Closeable server;

    private Database(String url, Closeable server) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        this.pool = new HikariDataSource(config);
        this.server = server;
    }

    static Database start(Kind kind) throws IOException {
        return switch (kind) {
            case H2 -> h2();
            case POSTGRESQL -> postgresql();
        };
    }

    private static Database h2() {
        return new Database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", () -> {});
    }

    private static Database postgresql() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return new Database(server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true", server);
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Connections that were taken from the pool and not given back. */
    int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }

    /** The databases to choose from. */
    enum Kind {
        /** In memory. */
        H2("H2"),
        /** A server of its own, started for the day. */
        POSTGRESQL("PostgreSQL");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** As it is written on the command line. */
        String option() {
            return title.toLowerCase(Locale.ROOT);
        }
    }
}
