package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What of the {@link Recorded} state one physical connection has been given, so that it is given only what differs, and what has to be
 * undone before its pool has it back. Pools themselves undo autocommit, read-only, isolation, catalog and network timeout.
 */
final class Given {
    private final Connection handle;
    private final boolean postgres;
    private @Nullable Integer isolation;
    private @Nullable Integer holdability;
    private @Nullable Integer holdabilityBefore;
    private @Nullable String schema;
    private @Nullable String schemaBefore;
    private @Nullable String catalog;
    private @Nullable Map<String, Class<?>> typeMap;
    private @Nullable Map<String, Class<?>> typeMapBefore;
    private @Nullable Integer networkTimeout;
    private final Map<String, String> clientInfo = new HashMap<>(0);
    private final Map<String, @Nullable String> clientInfoBefore = new HashMap<>(0);
    private int settings;
    /** The names of settings made here. */
    private final Set<String> names = new LinkedHashSet<>(0);

    /** Some of them by us: what the application has made here itself, and leaves behind, its pool is used to. */
    private boolean replayed;

    Given(Connection handle, boolean postgres) {
        this.handle = handle;
        this.postgres = postgres;
    }

    /** Makes the connection, which is in no transaction, what the application has made of its own. */
    void bring(Recorded recorded) throws SQLException {
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
        if (recorded.catalog != null && !recorded.catalog.equals(catalog)) {
            handle.setCatalog(recorded.catalog);
            catalog = recorded.catalog;
        }
        if (recorded.schema != null && !recorded.schema.equals(schema)) {
            schema(recorded.schema);
        }
        bringRest(recorded);
        if (settings != recorded.settings.version()) {
            replay(recorded.settings);
            settings = recorded.settings.version();
        }
    }

    private void bringRest(Recorded recorded) throws SQLException {
        if (recorded.holdability != null && !recorded.holdability.equals(holdability)) {
            holdabilityBefore = holdabilityBefore == null ? handle.getHoldability() : holdabilityBefore;
            handle.setHoldability(recorded.holdability);
            holdability = recorded.holdability;
        }
        if (recorded.typeMap != null && !recorded.typeMap.equals(typeMap)) {
            typeMapBefore = typeMapBefore == null ? handle.getTypeMap() : typeMapBefore;
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
                clientInfo(info.getKey(), info.getValue());
            }
        }
    }

    void schema(String name) throws SQLException {
        if (schema == null && !postgres) {
            schemaBefore = handle.getSchema();
        }
        handle.setSchema(name);
        schema = name;
    }

    void clientInfo(String name, String value) throws SQLException {
        if (!clientInfo.containsKey(name)) {
            clientInfoBefore.put(name, handle.getClientInfo(name));
        }
        handle.setClientInfo(name, value);
        clientInfo.put(name, value);
    }

    /** In one round trip, but for those with parameters. */
    private void replay(Settings recorded) throws SQLException {
        boolean autoCommit = handle.getAutoCommit();
        if (!autoCommit) {
            handle.setAutoCommit(true); // or it would begin the transaction, and a rollback undo it
        }
        StringJoiner plain = new StringJoiner("; ");
        for (SettingText text : recorded.texts()) {
            if (text.bindings() == null) {
                plain.add(text.sql());
            } else {
                replay(text.sql(), text.bindings());
            }
            names.add(text.name());
            replayed = true;
        }
        run(plain.toString());
        if (!autoCommit) {
            handle.setAutoCommit(false);
        }
    }

    private void replay(String sql, Binding[] bindings) throws SQLException {
        try (PreparedStatement statement = handle.prepareStatement(sql)) {
            for (Binding binding : bindings) {
                binding.bind(statement);
            }
            statement.execute();
        }
    }

    private void run(String sql) throws SQLException {
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

    /** Undoes it. A transaction that is still open is rolled back: nobody has committed it. */
    void reset(boolean all) throws SQLException {
        boolean settingsToo = !names.isEmpty() && (all || replayed);
        if (!settingsToo && schema == null && clientInfo.isEmpty() && holdability == null && typeMap == null) {
            return;
        }
        if (!handle.getAutoCommit()) {
            handle.rollback();
            handle.setAutoCommit(true);
        }
        if (schema != null && postgres) {
            run("RESET search_path"); // which may have named several
        } else if (schema != null) {
            handle.setSchema(schemaBefore);
        }
        if (settingsToo) {
            run("RESET " + String.join("; RESET ", names));
        }
        for (Map.Entry<String, @Nullable String> info : clientInfoBefore.entrySet()) {
            handle.setClientInfo(info.getKey(), info.getValue());
        }
        if (holdabilityBefore != null) {
            handle.setHoldability(holdabilityBefore);
        }
        if (typeMapBefore != null) {
            handle.setTypeMap(typeMapBefore);
        }
    }
}
