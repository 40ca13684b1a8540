package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What of the {@link Recorded} state one physical connection has been given, so that it is given only what differs. */
final class Given {
    private @Nullable Integer isolation;
    private @Nullable Integer holdability;
    private @Nullable String schema;
    private @Nullable String catalog;
    private @Nullable Map<String, Class<?>> typeMap;
    private @Nullable Integer networkTimeout;
    private final Map<String, String> clientInfo = new HashMap<>(0);
    private int settings;
    /** The names of settings made here; some of them by us. */
    private final StringJoiner names = new StringJoiner("; RESET ", "RESET ", "").setEmptyValue("");

    private boolean replayed;

    /** Makes {@code handle}, which is in no transaction, what the application has made of its connection. */
    void bring(Connection handle, Recorded recorded) throws SQLException {
        if (recorded.autoCommit != null && handle.getAutoCommit() != recorded.autoCommit) {
            handle.setAutoCommit(recorded.autoCommit);
        }
        if (recorded.readOnly != null && handle.isReadOnly() != recorded.readOnly) {
            handle.setReadOnly(recorded.readOnly);
        }
        if (recorded.isolation != null && !recorded.isolation.equals(isolation)) {
            handle.setTransactionIsolation(recorded.isolation);
            isolation = recorded.isolation;
        }
        bringPlaces(handle, recorded);
        bringRest(handle, recorded);
        if (settings != recorded.settings.version()) {
            replay(handle, recorded.settings);
            settings = recorded.settings.version();
        }
    }

    private void bringPlaces(Connection handle, Recorded recorded) throws SQLException {
        if (recorded.catalog != null && !recorded.catalog.equals(catalog)) {
            handle.setCatalog(recorded.catalog);
            catalog = recorded.catalog;
        }
        if (recorded.schema != null && !recorded.schema.equals(schema)) {
            handle.setSchema(recorded.schema);
            schema = recorded.schema;
        }
    }

    private void bringRest(Connection handle, Recorded recorded) throws SQLException {
        if (recorded.holdability != null && !recorded.holdability.equals(holdability)) {
            handle.setHoldability(recorded.holdability);
            holdability = recorded.holdability;
        }
        if (recorded.typeMap != null && !recorded.typeMap.equals(typeMap)) {
            handle.setTypeMap(recorded.typeMap);
            typeMap = recorded.typeMap;
        }
        Executor executor = recorded.timeoutExecutor;
        if (recorded.networkTimeout != null && !recorded.networkTimeout.equals(networkTimeout) && executor != null) {
            handle.setNetworkTimeout(executor, recorded.networkTimeout);
            networkTimeout = recorded.networkTimeout;
        }
        if (!recorded.clientInfo.equals(clientInfo)) {
            for (Map.Entry<String, String> info : recorded.clientInfo.entrySet()) {
                handle.setClientInfo(info.getKey(), info.getValue());
            }
            clientInfo.putAll(recorded.clientInfo);
        }
    }

    /** In one round trip, but for those with parameters. */
    private void replay(Connection handle, Settings recorded) throws SQLException {
        boolean autoCommit = handle.getAutoCommit();
        if (!autoCommit) {
            handle.setAutoCommit(true); // or it would begin the transaction, and a rollback undo it
        }
        StringJoiner plain = new StringJoiner("; ");
        for (SettingText text : recorded.texts()) {
            if (text.bindings() == null) {
                plain.add(text.sql());
            } else {
                replay(handle, text.sql(), text.bindings());
            }
            names.add(text.name());
            replayed = true;
        }
        run(handle, plain.toString());
        if (!autoCommit) {
            handle.setAutoCommit(false);
        }
    }

    private static void replay(Connection handle, String sql, Binding[] bindings) throws SQLException {
        try (PreparedStatement statement = handle.prepareStatement(sql)) {
            for (Binding binding : bindings) {
                binding.bind(statement);
            }
            statement.execute();
        }
    }

    private static void run(Connection handle, String sql) throws SQLException {
        if (!sql.isEmpty()) {
            try (Statement statement = handle.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** The application makes a setting here. */
    void made(String name) {
        names.add(name);
    }

    /** All that was recorded was made here. */
    void hasSettings(int version) {
        settings = version;
    }

    /** Before it is given back in the midst of the logical connection's life: its next user has made no settings. */
    void reset(Connection handle) throws SQLException {
        if (names.length() > 0) {
            if (!handle.getAutoCommit()) {
                handle.setAutoCommit(true);
            }
            run(handle, names.toString());
        }
    }

    /** Before it is closed with the logical connection: what the application has set here itself, its pool is used to. */
    void resetReplayed(Connection handle) throws SQLException {
        if (replayed) {
            reset(handle);
        }
    }
}
