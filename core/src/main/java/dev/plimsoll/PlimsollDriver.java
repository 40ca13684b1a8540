package dev.plimsoll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.Options;
import dev.plimsoll.config.PlimsollUrl;
import dev.plimsoll.sql.Dialect;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Watches every connection of a URL that begins with {@code jdbc:plimsoll:}, such as {@code jdbc:plimsoll:postgresql://host/database}.
 * The rest, with {@code jdbc:} in front, is the real driver's URL. Options follow as parameters in the URL's own style
 * ({@code ?plimsoll.profile=prod} or {@code ;plimsoll.profile=prod}) or in the Properties; the real driver sees neither.
 *
 * <p>Registered with {@link DriverManager} by itself. Safe for use by many threads.
 */
public final class PlimsollDriver implements Driver {
    private static final PlimsollDriver INSTANCE = new PlimsollDriver();
    private static final String SQL_STATE_CANNOT_CONNECT = "08001";
    /** Data sources watched at a time; the state of one that falls out is made anew. */
    private static final long MAX_DATA_SOURCES = 256;

    static {
        try {
            DriverManager.registerDriver(INSTANCE);
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Cache<Watched, Assembly> assemblies = Caffeine.newBuilder()
            .maximumSize(MAX_DATA_SOURCES)
            .<Watched, Assembly>removalListener((key, assembly, cause) -> close(assembly))
            .executor(Runnable::run)
            .build();

    /** Of URLs with replicas: each has a pool for each node, and the user's password belongs to them. */
    private final Cache<PlimsollUrl, RoutedUrl> routed = Caffeine.newBuilder()
            .maximumSize(MAX_DATA_SOURCES)
            .<PlimsollUrl, RoutedUrl>removalListener((key, made, cause) -> close(made))
            .executor(Runnable::run)
            .build();

    /** For {@link java.util.ServiceLoader} and pools that make drivers by name. */
    public PlimsollDriver() {
        // all state is made on demand
    }

    /** Takes the driver out of {@link DriverManager} and ends all watching, for applications that are redeployed. */
    public static void deregister() throws SQLException {
        DriverManager.deregisterDriver(INSTANCE);
        INSTANCE.assemblies.invalidateAll();
        INSTANCE.routed.invalidateAll();
    }

    private static void close(@Nullable Assembly assembly) {
        if (assembly != null) {
            assembly.close();
        }
    }

    private static void close(@Nullable RoutedUrl url) {
        if (url != null) {
            url.close();
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (url == null) {
            throw new SQLException(
                    "the URL is null; write it as " + PlimsollUrl.PREFIX + "postgresql://host/database",
                    SQL_STATE_CANNOT_CONNECT);
        }
        if (!PlimsollUrl.accepts(url)) {
            return null;
        }
        try {
            PlimsollUrl parsed = PlimsollUrl.parse(url, info == null ? new Properties() : info);
            Options options = Options.of(parsed.options());
            SilencedKinds.check(options.silenced(), parsed.options());
            if (options.enabled() && !options.replicas().isEmpty()) {
                return INSTANCE.routed(parsed, options).getConnection();
            }
            Connection connection = connected(parsed);
            return options.enabled()
                    ? INSTANCE.assembly(parsed, options).interception().wrap(connection)
                    : connection;
        } catch (InvalidOptionException e) {
            throw new SQLException(e.getMessage(), SQL_STATE_CANNOT_CONNECT, e);
        }
    }

    private static Connection connected(PlimsollUrl url) throws SQLException {
        Connection connection = real(url.realUrl()).connect(url.realUrl(), url.realProperties());
        if (connection == null) {
            throw noDriver(url.realUrl());
        }
        return connection;
    }

    private RoutedUrl routed(PlimsollUrl url, Options options) throws SQLException {
        RoutedUrl known = routed.getIfPresent(url);
        if (known != null) {
            return known;
        }
        connected(url)
                .close(); // a wrong URL or password is the driver's to tell, before any pool tries it again and again
        return routed.get(url, made -> RoutedUrl.of(made, options));
    }

    private Assembly assembly(PlimsollUrl url, Options options) {
        return assemblies.get(new Watched(url.realUrl(), url.options()), watched -> {
            Assembly assembly = Assembly.of(options, List.of(), List.of(), List.of(), System::nanoTime);
            assembly.recorder().dialect(Dialect.ofUrl(watched.url));
            return assembly;
        });
    }

    private static Driver real(String url) throws SQLException {
        for (Driver driver : DriverManager.drivers().toList()) {
            if (!(driver instanceof PlimsollDriver) && accepts(driver, url)) {
                return driver;
            }
        }
        throw noDriver(url);
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false; // a driver that chokes on the URL is not the one
        }
    }

    private static SQLException noDriver(String url) {
        String known = DriverManager.drivers()
                .filter(driver -> !(driver instanceof PlimsollDriver))
                .map(driver -> driver.getClass().getName())
                .sorted()
                .collect(Collectors.joining(", "));
        return new SQLException(
                "no JDBC driver accepts " + PlimsollUrl.shown(url) + "; the drivers found are: "
                        + (known.isEmpty() ? "none" : known),
                SQL_STATE_CANNOT_CONNECT);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url != null && PlimsollUrl.accepts(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return new DriverPropertyInfo[0];
        }
        try {
            PlimsollUrl parsed = PlimsollUrl.parse(url, info == null ? new Properties() : info);
            return real(parsed.realUrl()).getPropertyInfo(parsed.realUrl(), parsed.realProperties());
        } catch (InvalidOptionException e) {
            throw new SQLException(e.getMessage(), SQL_STATE_CANNOT_CONNECT, e);
        }
    }

    @Override
    public int getMajorVersion() {
        return 0;
    }

    @Override
    public int getMinorVersion() {
        return 1;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Plimsoll logs through SLF4J");
    }

    private record Watched(String url, Map<String, String> options) {}
}
