package dev.plimsoll.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** What is intercepted of an array: its elements as rows, which lead back to a connection. */
abstract class ProxyArray implements Array {
    protected final Array delegate;
    private final ProxyConnection connection;

    ProxyArray(ProxyConnection connection, Array delegate) {
        this.connection = connection;
        this.delegate = delegate;
    }

    @Override
    public final ResultSet getResultSet() throws SQLException {
        return connection.watched(delegate.getResultSet(), null);
    }

    @Override
    public final ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
        return connection.watched(delegate.getResultSet(map), null);
    }

    @Override
    public final ResultSet getResultSet(long index, int count) throws SQLException {
        return connection.watched(delegate.getResultSet(index, count), null);
    }

    @Override
    public final ResultSet getResultSet(long index, int count, Map<String, Class<?>> map) throws SQLException {
        return connection.watched(delegate.getResultSet(index, count, map), null);
    }

    /** A value and not a bind: applications print arrays. */
    @Override
    public final String toString() {
        return delegate.toString();
    }
}
