package dev.plimsoll.jdbc;

import dev.plimsoll.sql.SqlFacts;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is intercepted of a callable statement: values bound by name, cursors and arrays that it returns. */
abstract class ProxyCallableStatement extends WatchedPreparedStatement implements CallableStatement {
    protected final CallableStatement callable;
    private @Nullable List<String> names;

    ProxyCallableStatement(ProxyConnection connection, CallableStatement delegate, SqlFacts facts) {
        super(connection, delegate, facts);
        this.callable = delegate;
    }

    @Override
    public final @Nullable Object getObject(int parameter) throws SQLException {
        return Returned.watched(callable.getObject(parameter), this);
    }

    @Override
    public final @Nullable Object getObject(int parameter, Map<String, Class<?>> map) throws SQLException {
        return Returned.watched(callable.getObject(parameter, map), this);
    }

    @Override
    public final <T> @Nullable T getObject(int parameter, Class<T> type) throws SQLException {
        return Returned.watched(callable.getObject(parameter, type), type, this);
    }

    @Override
    public final @Nullable Object getObject(String parameter) throws SQLException {
        return Returned.watched(callable.getObject(parameter), this);
    }

    @Override
    public final @Nullable Object getObject(String parameter, Map<String, Class<?>> map) throws SQLException {
        return Returned.watched(callable.getObject(parameter, map), this);
    }

    @Override
    public final <T> @Nullable T getObject(String parameter, Class<T> type) throws SQLException {
        return Returned.watched(callable.getObject(parameter, type), type, this);
    }

    @Override
    public final @Nullable Array getArray(int parameter) throws SQLException {
        return connection.watched(callable.getArray(parameter));
    }

    @Override
    public final @Nullable Array getArray(String parameter) throws SQLException {
        return connection.watched(callable.getArray(parameter));
    }

    final void bound(String parameter, long value) {
        bound(number(parameter), value);
    }

    final void bound(String parameter, boolean value) {
        bound(number(parameter), value);
    }

    final void bound(String parameter, double value) {
        bound(number(parameter), value);
    }

    final void bound(String parameter, @Nullable Object value) {
        bound(number(parameter), value);
    }

    /** Names have no numbers that we know: they are numbered as they come. */
    private int number(String parameter) {
        if (names == null) {
            names = new ArrayList<>();
        }
        int index = names.indexOf(parameter);
        if (index < 0) {
            index = names.size();
            names.add(parameter);
        }
        return index + 1;
    }
}
