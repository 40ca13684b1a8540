package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.logbook.Logbook;
import java.sql.Connection;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Decides about every connection that is handed out. Safe for use by many threads. */
public final class Connections implements AutoCloseable {
    private final ConnectionWatch watch;

    private Connections(ConnectionWatch watch) {
        this.watch = watch;
    }

    public static Connections of(Map<String, String> options, Logbook logbook) {
        return new Connections(ConnectionWatch.of(options, logbook, "all"));
    }

    /** By a data source; the result is what the application gets. */
    public Connection handedOut(Connection connection, DataSource dataSource) {
        return watch.wrap(connection);
    }

    /** By a driver; the result is what the application gets. */
    public Connection opened(Connection connection, @Nullable String url, @Nullable Properties properties) {
        return watch.wrap(connection);
    }

    @Override
    public void close() {
        watch.close();
    }
}
