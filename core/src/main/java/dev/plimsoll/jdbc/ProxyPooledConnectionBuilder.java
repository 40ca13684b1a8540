package dev.plimsoll.jdbc;

import java.sql.SQLException;
import java.sql.ShardingKey;
import javax.sql.PooledConnection;
import javax.sql.PooledConnectionBuilder;

/** Watches what a builder builds. */
final class ProxyPooledConnectionBuilder implements PooledConnectionBuilder {
    private final PooledConnectionBuilder delegate;
    private final Interception interception;

    ProxyPooledConnectionBuilder(PooledConnectionBuilder delegate, Interception interception) {
        this.delegate = delegate;
        this.interception = interception;
    }

    @Override
    public PooledConnectionBuilder user(String name) {
        delegate.user(name);
        return this;
    }

    @Override
    public PooledConnectionBuilder password(String password) {
        delegate.password(password);
        return this;
    }

    @Override
    public PooledConnectionBuilder shardingKey(ShardingKey shardingKey) {
        delegate.shardingKey(shardingKey);
        return this;
    }

    @Override
    public PooledConnectionBuilder superShardingKey(ShardingKey superShardingKey) {
        delegate.superShardingKey(superShardingKey);
        return this;
    }

    @Override
    public PooledConnection build() throws SQLException {
        return ProxyPooledConnection.of(delegate.build(), interception);
    }
}
