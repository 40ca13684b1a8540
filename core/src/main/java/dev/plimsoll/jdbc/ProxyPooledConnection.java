package dev.plimsoll.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEventListener;

/** A physical connection, on loan to a pool: the handles that it gives out are watched. */
class ProxyPooledConnection implements PooledConnection, Watched {
    private final PooledConnection delegate;
    final Interception interception;
    private final PooledConnectionEvents events;

    ProxyPooledConnection(PooledConnection delegate, Interception interception) {
        this.delegate = delegate;
        this.interception = interception;
        this.events = new PooledConnectionEvents(this);
    }

    static PooledConnection of(PooledConnection delegate, Interception interception) {
        return delegate == null || delegate instanceof Watched
                ? delegate
                : new ProxyPooledConnection(delegate, interception);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return interception.wrap(delegate.getConnection());
    }

    @Override
    public final void close() throws SQLException {
        delegate.close();
    }

    @Override
    public final void addConnectionEventListener(ConnectionEventListener listener) {
        if (events.add(listener)) {
            delegate.addConnectionEventListener(events);
        }
    }

    @Override
    public final void removeConnectionEventListener(ConnectionEventListener listener) {
        if (events.remove(listener)) {
            delegate.removeConnectionEventListener(events);
        }
    }

    @Override
    public final void addStatementEventListener(StatementEventListener listener) {
        if (events.add(listener)) {
            delegate.addStatementEventListener(events);
        }
    }

    @Override
    public final void removeStatementEventListener(StatementEventListener listener) {
        if (events.remove(listener)) {
            delegate.removeStatementEventListener(events);
        }
    }
}
