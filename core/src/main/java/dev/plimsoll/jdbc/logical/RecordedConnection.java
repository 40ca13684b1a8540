package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The part of a connection's state that is written down until there is a connection to give it to. */
abstract class RecordedConnection implements Connection {
    final Recorded recorded = new Recorded();

    abstract Units units();

    /** Refuses what is done after the connection was closed. */
    abstract void open() throws SQLException;

    abstract Connection reading() throws SQLException;

    @Override
    public final void setAutoCommit(boolean on) throws SQLException {
        open();
        if (!units().isOpen()) {
            recorded.autoCommit = on;
        } else if (on != getAutoCommit()) {
            units().autoCommit(on);
        }
    }

    @Override
    public final boolean getAutoCommit() throws SQLException {
        open();
        return units().autoCommit();
    }

    @Override
    public final void setReadOnly(boolean on) throws SQLException {
        open();
        PhysicalConnection bound = units().ofOpenUnit();
        if (bound != null) {
            bound.handle().setReadOnly(on); // which drivers refuse in a transaction
        }
        recorded.readOnly = on;
    }

    @Override
    public final boolean isReadOnly() throws SQLException {
        open();
        Boolean set = recorded.readOnly;
        return set == null ? units().learn().readOnly() : set;
    }

    @Override
    public final void setTransactionIsolation(int level) throws SQLException {
        open();
        PhysicalConnection bound = units().ofOpenUnit();
        boolean known = level == TRANSACTION_READ_UNCOMMITTED
                || level == TRANSACTION_READ_COMMITTED
                || level == TRANSACTION_REPEATABLE_READ
                || level == TRANSACTION_SERIALIZABLE;
        if (bound != null) {
            bound.handle().setTransactionIsolation(level); // which drivers refuse in a transaction
        } else if (!known) {
            reading().setTransactionIsolation(level); // which is refused as well
        }
        recorded.isolation = level;
    }

    @Override
    public final int getTransactionIsolation() throws SQLException {
        open();
        PhysicalConnection bound = units().ofOpenUnit();
        if (bound != null) {
            return bound.handle().getTransactionIsolation();
        }
        Integer set = recorded.isolation;
        return set == null ? units().learn().isolation() : set;
    }

    @Override
    public final void setHoldability(int holdability) throws SQLException {
        open();
        PhysicalConnection bound = units().ofOpenUnit();
        if (bound != null) {
            bound.handle().setHoldability(holdability);
        }
        recorded.holdability = holdability;
    }

    @Override
    public final int getHoldability() throws SQLException {
        open();
        Integer set = recorded.holdability;
        return set == null ? units().learn().holdability() : set;
    }

    @Override
    public final void setSchema(@Nullable String schema) throws SQLException {
        open();
        PhysicalConnection bound = units().ofOpenUnit();
        if (schema == null) {
            reading().setSchema(null); // which is refused, or means nothing
        } else if (bound != null) {
            bound.given.schema(schema);
        }
        recorded.schema = schema;
        recorded.settings.forget("search_path");
    }

    @Override
    public final @Nullable String getSchema() throws SQLException {
        String set = recorded.schema;
        boolean changed = units().isOpen() || set == null || recorded.settings.has("search_path");
        return changed ? reading().getSchema() : set;
    }

    @Override
    public final void setCatalog(@Nullable String catalog) throws SQLException {
        open();
        PhysicalConnection bound = units().ofOpenUnit();
        if (bound != null || catalog == null) {
            (bound == null ? reading() : bound.handle()).setCatalog(catalog);
        }
        recorded.catalog = catalog;
    }

    /** The driver knows best: most cannot change it. */
    @Override
    public final @Nullable String getCatalog() throws SQLException {
        return reading().getCatalog();
    }

    @Override
    public final void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
        open();
        PhysicalConnection bound = units().ofOpenUnit();
        if (bound != null || map == null) {
            (bound == null ? reading() : bound.handle()).setTypeMap(map);
        }
        recorded.typeMap = map == null ? null : new LinkedHashMap<>(map);
    }

    @Override
    public final @Nullable Map<String, Class<?>> getTypeMap() throws SQLException {
        Map<String, Class<?>> set = recorded.typeMap;
        return set == null ? reading().getTypeMap() : set;
    }

    @Override
    public final void setClientInfo(String name, String value) throws SQLClientInfoException {
        PhysicalConnection bound = units().ofOpenUnit();
        if (bound != null) {
            bound.handle().setClientInfo(name, value);
        }
        recorded.clientInfo.put(name, value);
    }

    @Override
    public final void setClientInfo(Properties info) throws SQLClientInfoException {
        PhysicalConnection bound = units().ofOpenUnit();
        if (bound != null) {
            bound.handle().setClientInfo(info);
        }
        recorded.clientInfo.replaceAll((name, value) -> "");
        info.stringPropertyNames().forEach(name -> recorded.clientInfo.put(name, info.getProperty(name)));
    }

    @Override
    public final @Nullable String getClientInfo(String name) throws SQLException {
        String set = recorded.clientInfo.get(name);
        return set == null ? reading().getClientInfo(name) : set;
    }

    @Override
    public final Properties getClientInfo() throws SQLException {
        Properties info = new Properties();
        info.putAll(reading().getClientInfo());
        info.putAll(recorded.clientInfo);
        return info;
    }

    @Override
    public final void setNetworkTimeout(@Nullable Executor executor, int milliseconds) throws SQLException {
        open();
        PhysicalConnection bound = units().ofOpenUnit();
        if (bound != null || executor == null || milliseconds < 0) {
            (bound == null ? reading() : bound.handle()).setNetworkTimeout(executor, milliseconds);
        }
        recorded.networkTimeout = milliseconds;
        recorded.timeoutExecutor = executor;
    }

    @Override
    public final int getNetworkTimeout() throws SQLException {
        Integer set = recorded.networkTimeout;
        return set == null ? reading().getNetworkTimeout() : set;
    }

    @Override
    public final @Nullable SQLWarning getWarnings() throws SQLException {
        open();
        PhysicalConnection current = units().held().current();
        return current == null ? null : current.handle().getWarnings();
    }

    @Override
    public final void clearWarnings() throws SQLException {
        open();
        PhysicalConnection current = units().held().current();
        if (current != null) {
            current.handle().clearWarnings();
        }
    }

    @Override
    public final void beginRequest() throws SQLException {
        open(); // a request is the application's, and its connections come and go within it
    }

    @Override
    public final void endRequest() throws SQLException {
        open();
    }
}
