package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

abstract class NoopConnection implements Connection {
    private static final MethodHandle LEAF = Leaf.constructor(MethodHandles.lookup(), NoopConnection.class);

    private boolean autoCommit = true;
    private boolean closed;

    NoopConnection() {}

    static NoopConnection create() {
        try {
            return (NoopConnection) LEAF.invokeExact();
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public Statement createStatement() {
        return NoopStatement.create(this);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) {
        return NoopPreparedStatement.create(this, sql);
    }

    @Override
    public void setAutoCommit(boolean on) {
        autoCommit = on;
    }

    @Override
    public boolean getAutoCommit() {
        return autoCommit;
    }

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isValid(int timeout) {
        return !closed;
    }

    @Override
    public DatabaseMetaData getMetaData() {
        return NoopDatabaseMetaData.create(this);
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public int getTransactionIsolation() {
        return TRANSACTION_READ_COMMITTED;
    }

    @Override
    public void clearWarnings() {}

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrap.to(type, this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
