package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

abstract class NoopConnection implements Connection {
    private static final MethodHandle LEAF = Leaf.constructor(MethodHandles.lookup(), NoopConnection.class);

    /** Drivers know what they have opened. */
    private @Nullable Statement open;

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
        Statement opened = NoopStatement.create(this);
        open = opened;
        return opened;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) {
        PreparedStatement opened = NoopPreparedStatement.create(this, sql);
        open = opened;
        return opened;
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
    public void close() throws SQLException {
        if (open != null) {
            open.close();
            open = null;
        }
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
    public int getHoldability() {
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
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
