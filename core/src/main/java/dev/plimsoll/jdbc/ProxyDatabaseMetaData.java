package dev.plimsoll.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What is intercepted of a connection's metadata: the way back to the connection. Rows, in the generated class, are wrapped too. */
abstract class ProxyDatabaseMetaData implements DatabaseMetaData, Watched {
    protected final DatabaseMetaData delegate;
    private final ProxyConnection connection;

    ProxyDatabaseMetaData(ProxyConnection connection, DatabaseMetaData delegate) {
        this.connection = connection;
        this.delegate = delegate;
    }

    @Override
    public final Connection getConnection() throws SQLException {
        delegate.getConnection(); // refuses where the connection is closed
        return connection;
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.unwrap(this, delegate, type);
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) {
        return Unwrapping.isWrapperFor(delegate, type);
    }

    final ResultSet watched(ResultSet rows) {
        return connection.ofMetaData(rows);
    }
}
