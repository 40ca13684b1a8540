package dev.plimsoll.jdbc;

import dev.plimsoll.route.RoutedConnection;
import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlAnalyzer;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.OpenResults;
import dev.plimsoll.work.Recorder;
import dev.plimsoll.work.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.CommonDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps data sources and connections so that what is executed through them is recorded. Nothing that goes wrong here reaches the
 * application; a connection that cannot be watched is handed out as it is. Safe for use by many threads.
 */
public final class Interception {
    private static final Logger LOG = LoggerFactory.getLogger("dev.plimsoll");

    private static final SqlFacts UNREAD = new SqlAnalyzer(Dialect.GENERIC).facts("");
    private static final SqlFacts META_DATA = new SqlAnalyzer(Dialect.GENERIC).facts("FETCH metadata");

    private final Recorder recorder;
    private final Runnable onClose;
    private final Wrappers wrappers;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean stayingOut = new AtomicBoolean();

    /** Closes {@code recorder} when a wrapped data source is closed. */
    public Interception(Recorder recorder, boolean vendorInterfaces) {
        this(recorder, vendorInterfaces, recorder::close);
    }

    /**
     * @param vendorInterfaces whether wrappers can be cast to the driver's own interfaces, which takes Byte Buddy
     * @param onClose runs once, when a wrapped data source is closed
     * @throws IllegalStateException if {@code vendorInterfaces} is asked for and Byte Buddy is not there
     */
    public Interception(Recorder recorder, boolean vendorInterfaces, Runnable onClose) {
        this.recorder = recorder;
        this.onClose = onClose;
        this.wrappers = vendorInterfaces ? VendorWrappers.create(recorder.guard()) : new Wrappers();
    }

    /**
     * Watches a data source. The result is a {@code DataSource}, {@code XADataSource} or {@code ConnectionPoolDataSource}, and
     * closeable, exactly where {@code dataSource} is; it is {@code dataSource} itself if that is watched already.
     *
     * @throws IllegalArgumentException if it is none of the three
     */
    public CommonDataSource wrap(CommonDataSource dataSource) {
        if (Watched.isIn(dataSource)) {
            LOG.warn(
                    "{} is already watched and is left as it is",
                    dataSource.getClass().getName());
            return dataSource;
        }
        return DataSourceKinds.wrap(dataSource, this);
    }

    /** Whether a data source, or anything that it says it wraps, is watched. */
    public static boolean isWatched(CommonDataSource dataSource) {
        return Watched.isIn(dataSource);
    }

    /** Watches a connection; the result is {@code connection} itself if that is watched already. */
    public Connection wrap(Connection connection) {
        ProxyConnection wrapper = watch(connection);
        return wrapper == null ? connection : wrapper;
    }

    /** Watches a connection whose transactions are a transaction manager's. */
    Connection wrapEnlisted(Connection connection) {
        ProxyConnection wrapper = watch(connection);
        if (wrapper == null) {
            return connection;
        }
        wrapper.enlist();
        return wrapper;
    }

    /** Whether a connection is watched, by whichever Plimsoll of this JVM; asks it, so that one which opens itself late may do so. */
    public static boolean isWatched(Connection connection) {
        return Unwrapping.answers(connection, Watched.class);
    }

    private @Nullable ProxyConnection watch(@Nullable Connection connection) {
        try {
            if (connection == null) {
                return null;
            }
            if (isWatchedBelow(connection)) {
                stayOut(connection);
                return null;
            }
            return wrappers.connection(this, connection);
        } catch (Throwable failure) { // ours, so not the application's
            failed("wrapping a connection", failure);
            return null;
        }
    }

    /** Two ways in lead to one database, an agent and a wrapped data source perhaps: what comes watched is left as it is. */
    private void stayOut(Connection connection) {
        if (stayingOut.compareAndSet(false, true)) {
            LOG.info(
                    "connections come watched already, as {}, and are left as they are: of two ways in, the inner one watches",
                    connection.getClass().getName());
        }
    }

    /** A connection of several nodes is of none yet, and only a question to a node would tell what it wraps. */
    private static boolean isWatchedBelow(Connection connection) {
        return !(connection instanceof RoutedConnection) && Watched.isIn(connection);
    }

    /** A wrapped data source was closed. */
    void closed() {
        if (closed.compareAndSet(false, true)) {
            try {
                onClose.run();
            } catch (Throwable failure) { // ours, so not the application's
                failed("closing", failure);
            }
        }
    }

    Session session(OpenResults results) {
        return recorder.session(results);
    }

    Wrappers wrappers() {
        return wrappers;
    }

    /** Facts of a text for the driver, which may be null. The data source's first statement shows whose SQL it is. */
    SqlFacts facts(@Nullable String sql, Connection raw) {
        try {
            if (!recorder.knowsDialect()) {
                recorder.dialect(dialectOf(raw));
            }
            return sql == null ? UNREAD : recorder.facts(sql);
        } catch (Throwable failure) { // ours, so not the application's
            failed("reading SQL", failure);
            return UNREAD;
        }
    }

    private static Dialect dialectOf(Connection raw) {
        try {
            String url = raw.getMetaData().getURL();
            return url == null ? Dialect.GENERIC : Dialect.ofUrl(url);
        } catch (SQLException | RuntimeException | LinkageError e) {
            return Dialect.GENERIC; // the driver does not say
        }
    }

    static boolean autoCommitOf(Connection raw) {
        try {
            return raw.getAutoCommit();
        } catch (SQLException | RuntimeException e) {
            return true; // the execution that follows will show the application what is wrong
        }
    }

    /** Stands for the queries by which drivers answer questions about the database: no work, but they begin transactions. */
    SqlFacts metaData() {
        return META_DATA;
    }

    void failed(String place, Throwable failure) {
        recorder.guard().failed(place, failure);
    }
}
