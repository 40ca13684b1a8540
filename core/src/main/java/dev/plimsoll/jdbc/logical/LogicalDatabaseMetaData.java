package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Metadata that says which database this is without a connection, once one has told. */
abstract class LogicalDatabaseMetaData implements DatabaseMetaData {
    final LogicalConnection connection;

    LogicalDatabaseMetaData(LogicalConnection connection) {
        this.connection = connection;
    }

    /** Of a connection where a read would go. */
    final DatabaseMetaData bound() throws SQLException {
        return connection.reading().getMetaData();
    }

    private Defaults.Product product() throws SQLException {
        return connection.units.learn().product();
    }

    @Override
    public final Connection getConnection() {
        return connection;
    }

    @Override
    public final @Nullable String getURL() throws SQLException {
        return product().url();
    }

    @Override
    public final @Nullable String getUserName() throws SQLException {
        return product().user();
    }

    @Override
    public final String getDatabaseProductName() throws SQLException {
        return product().name();
    }

    @Override
    public final String getDatabaseProductVersion() throws SQLException {
        return product().version();
    }

    @Override
    public final int getDatabaseMajorVersion() throws SQLException {
        return product().major();
    }

    @Override
    public final int getDatabaseMinorVersion() throws SQLException {
        return product().minor();
    }

    @Override
    public final String getDriverName() throws SQLException {
        return product().driver();
    }

    @Override
    public final String getDriverVersion() throws SQLException {
        return product().driverVersion();
    }

    @Override
    public final int getDriverMajorVersion() {
        Defaults known = known();
        return known == null ? 0 : known.product().driverMajor();
    }

    @Override
    public final int getDriverMinorVersion() {
        Defaults known = known();
        return known == null ? 0 : known.product().driverMinor();
    }

    private @Nullable Defaults known() {
        try {
            return connection.units.learn();
        } catch (SQLException e) {
            return null; // these two questions cannot fail
        }
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        return type != null && type.isInstance(this) ? type.cast(this) : bound().unwrap(type);
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) throws SQLException {
        return type != null && type.isInstance(this) || bound().isWrapperFor(type);
    }
}
