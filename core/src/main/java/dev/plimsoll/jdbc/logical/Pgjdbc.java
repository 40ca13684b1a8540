package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/** What PostgreSQL's driver tells without asking the server. Touched only through {@link Driver}, where that driver is present. */
final class Pgjdbc implements Driver {
    private final BaseConnection connection;

    private Pgjdbc(BaseConnection connection) {
        this.connection = connection;
    }

    static @Nullable Driver of(Connection handle) {
        BaseConnection connection = Driver.beneath(handle, BaseConnection.class);
        return connection == null ? null : new Pgjdbc(connection);
    }

    @Override
    public Object connection() {
        return connection;
    }

    @Override
    public boolean isPostgres() {
        return true;
    }

    /** PostgreSQL 14 and later report it with the answer to whatever was asked last. */
    @Override
    public @Nullable Boolean inRecovery() {
        String reported = connection.getParameterStatus("in_hot_standby");
        return reported == null ? null : reported.equals("on");
    }

    @Override
    public TransactionStatus transaction() {
        return switch (connection.getTransactionState()) {
            case IDLE -> TransactionStatus.NONE;
            case OPEN -> TransactionStatus.OPEN;
            case FAILED -> TransactionStatus.FAILED;
        };
    }
}
