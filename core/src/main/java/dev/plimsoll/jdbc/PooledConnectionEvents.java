package dev.plimsoll.jdbc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEvent;
import javax.sql.StatementEventListener;
import org.jspecify.annotations.Nullable;

/** Passes a pooled connection's events on to its pool, which knows the connection by its wrapper. */
final class PooledConnectionEvents implements ConnectionEventListener, StatementEventListener {
    private final PooledConnection source;
    private final List<ConnectionEventListener> connectionListeners = new CopyOnWriteArrayList<>();
    private final List<StatementEventListener> statementListeners = new CopyOnWriteArrayList<>();

    PooledConnectionEvents(PooledConnection source) {
        this.source = source;
    }

    /** Whether it is the first. */
    boolean add(@Nullable ConnectionEventListener listener) {
        return listener != null && connectionListeners.add(listener) && connectionListeners.size() == 1;
    }

    /** Whether it was the last. */
    boolean remove(@Nullable ConnectionEventListener listener) {
        return connectionListeners.remove(listener) && connectionListeners.isEmpty();
    }

    /** Whether it is the first. */
    boolean add(@Nullable StatementEventListener listener) {
        return listener != null && statementListeners.add(listener) && statementListeners.size() == 1;
    }

    /** Whether it was the last. */
    boolean remove(@Nullable StatementEventListener listener) {
        return statementListeners.remove(listener) && statementListeners.isEmpty();
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        ConnectionEvent passed = new ConnectionEvent(source, event.getSQLException());
        connectionListeners.forEach(listener -> listener.connectionClosed(passed));
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        ConnectionEvent passed = new ConnectionEvent(source, event.getSQLException());
        connectionListeners.forEach(listener -> listener.connectionErrorOccurred(passed));
    }

    @Override
    public void statementClosed(StatementEvent event) {
        StatementEvent passed = new StatementEvent(source, event.getStatement(), event.getSQLException());
        statementListeners.forEach(listener -> listener.statementClosed(passed));
    }

    @Override
    public void statementErrorOccurred(StatementEvent event) {
        StatementEvent passed = new StatementEvent(source, event.getStatement(), event.getSQLException());
        statementListeners.forEach(listener -> listener.statementErrorOccurred(passed));
    }
}
