package dev.plimsoll.jdbc;

import java.sql.SQLException;
import java.sql.ShardingKey;
import javax.sql.XAConnection;
import javax.sql.XAConnectionBuilder;

/** Watches what a builder builds. */
final class ProxyXAConnectionBuilder implements XAConnectionBuilder {
    private final XAConnectionBuilder delegate;
    private final Interception interception;

    ProxyXAConnectionBuilder(XAConnectionBuilder delegate, Interception interception) {
        this.delegate = delegate;
        this.interception = interception;
    }

    @Override
    public XAConnectionBuilder user(String name) {
        delegate.user(name);
        return this;
    }

    @Override
    public XAConnectionBuilder password(String password) {
        delegate.password(password);
        return this;
    }

    @Override
    public XAConnectionBuilder shardingKey(ShardingKey shardingKey) {
        delegate.shardingKey(shardingKey);
        return this;
    }

    @Override
    public XAConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
        delegate.superShardingKey(superShardingKey);
        return this;
    }

    @Override
    public XAConnection build() throws SQLException {
        return ProxyXAConnection.of(delegate.build(), interception);
    }
}
