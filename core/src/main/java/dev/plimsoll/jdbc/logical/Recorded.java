package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the application has set on its connection; null where it has left the pool's default. */
final class Recorded {
    final Settings settings = new Settings();

    @Nullable
    Boolean autoCommit;

    @Nullable
    Boolean readOnly;

    @Nullable
    Integer isolation;

    @Nullable
    Integer holdability;

    @Nullable
    String schema;

    @Nullable
    String catalog;

    @Nullable
    Map<String, Class<?>> typeMap;

    @Nullable
    Integer networkTimeout;

    @Nullable
    Executor timeoutExecutor;

    final Map<String, String> clientInfo = new LinkedHashMap<>(0);

    boolean isReadOnly() {
        return Boolean.TRUE.equals(readOnly);
    }

    boolean isSerializable() {
        return isolation != null && isolation == Connection.TRANSACTION_SERIALIZABLE;
    }
}
