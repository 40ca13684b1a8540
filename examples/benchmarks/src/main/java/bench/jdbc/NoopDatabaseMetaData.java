package bench.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.DatabaseMetaData;

abstract class NoopDatabaseMetaData implements DatabaseMetaData {
    private static final MethodHandle LEAF =
            Leaf.constructor(MethodHandles.lookup(), NoopDatabaseMetaData.class, Connection.class);

    private final Connection connection;

    NoopDatabaseMetaData(Connection connection) {
        this.connection = connection;
    }

    static NoopDatabaseMetaData create(Connection connection) {
        try {
            return (NoopDatabaseMetaData) LEAF.invokeExact(connection);
        } catch (Throwable e) {
            throw Leaf.unexpected(e);
        }
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public String getURL() {
        return "jdbc:noop:";
    }

    @Override
    public String getDatabaseProductName() {
        return "Noop";
    }

    @Override
    public String getDatabaseProductVersion() {
        return "1";
    }

    @Override
    public String getUserName() {
        return "nobody";
    }

    @Override
    public int getDatabaseMajorVersion() {
        return 1;
    }

    @Override
    public int getDatabaseMinorVersion() {
        return 0;
    }

    @Override
    public int getDriverMajorVersion() {
        return 1;
    }

    @Override
    public int getDriverMinorVersion() {
        return 0;
    }

    @Override
    public int getJDBCMajorVersion() {
        return 4;
    }

    @Override
    public int getJDBCMinorVersion() {
        return 3;
    }

    @Override
    public String getDriverVersion() {
        return "1";
    }

    @Override
    public String getDriverName() {
        return "Noop";
    }
}
