package dev.plimsoll.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.XAConnection;
import javax.transaction.xa.XAResource;

/** A physical connection that takes part in transactions of others. Its resource is the driver's own, so that resources compare. */
final class ProxyXAConnection extends ProxyPooledConnection implements XAConnection {
    private final XAConnection delegate;

    private ProxyXAConnection(XAConnection delegate, Interception interception) {
        super(delegate, interception);
        this.delegate = delegate;
    }

    static XAConnection of(XAConnection delegate, Interception interception) {
        return delegate == null || delegate instanceof Watched
                ? delegate
                : new ProxyXAConnection(delegate, interception);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return interception.wrapEnlisted(delegate.getConnection());
    }

    @Override
    public XAResource getXAResource() throws SQLException {
        return delegate.getXAResource();
    }
}
