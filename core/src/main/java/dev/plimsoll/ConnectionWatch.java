package dev.plimsoll;

import dev.plimsoll.config.InvalidOptionException;
import dev.plimsoll.config.Options;
import dev.plimsoll.jdbc.Interception;
import dev.plimsoll.logbook.Logbook;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * Watches connections that somebody else has opened, all of one database; for those who see connections but not the data source they come
 * from, such as an agent. Safe for use by many threads.
 */
public final class ConnectionWatch implements AutoCloseable {
    private final Assembly assembly;

    private ConnectionWatch(Assembly assembly) {
        this.assembly = assembly;
    }

    /**
     * Options as {@link #of} takes them, checked: for those who want to know before anything else happens.
     *
     * @throws InvalidOptionException if an option is unknown or has a value that is not legal
     */
    public static Options options(Map<String, String> given) {
        Options checked = Options.of(given);
        SilencedKinds.check(checked.silenced(), given);
        return checked;
    }

    /**
     * Begins to watch.
     *
     * @param options by key, without prefix
     * @param logbook takes what is seen
     * @param name what the logbook calls the database
     * @throws InvalidOptionException if an option is unknown or has a value that is not legal
     */
    public static ConnectionWatch of(Map<String, String> options, Logbook logbook, String name) {
        Assembly assembly = Assembly.of(Options.of(options), List.of(), List.of(), List.of(), System::nanoTime);
        assembly.enterInto(logbook, name);
        return new ConnectionWatch(assembly);
    }

    /** Whether a connection is watched already, also by a Plimsoll that another class loader has loaded. */
    public static boolean isWatched(Connection connection) {
        return Interception.isWatched(connection);
    }

    /** The connection, watched; the same if it is watched already. */
    public Connection wrap(Connection connection) {
        return assembly.interception().wrap(connection);
    }

    /** Ends all watching: units that have no owner end, and what is executed later is not reported. */
    @Override
    public void close() {
        assembly.close();
    }
}
