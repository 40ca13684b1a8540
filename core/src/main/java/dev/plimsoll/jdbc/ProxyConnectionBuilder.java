package dev.plimsoll.jdbc;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;

/** Watches what a builder builds. */
final class ProxyConnectionBuilder implements ConnectionBuilder {
    private final ConnectionBuilder delegate;
    private final Interception interception;

    ProxyConnectionBuilder(ConnectionBuilder delegate, Interception interception) {
        this.delegate = delegate;
        this.interception = interception;
    }

    @Override
    public ConnectionBuilder user(String name) {
        delegate.user(name);
        return this;
    }

    @Override
    public ConnectionBuilder password(String password) {
        delegate.password(password);
        return this;
    }

    @Override
    public ConnectionBuilder shardingKey(ShardingKey shardingKey) {
        delegate.shardingKey(shardingKey);
        return this;
    }

    @Override
    public ConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
        delegate.superShardingKey(superShardingKey);
        return this;
    }

    @Override
    public Connection build() throws SQLException {
        return interception.wrap(delegate.build());
    }
}
