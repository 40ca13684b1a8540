package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How connections come out of the pools, learnt from the first: what a logical connection answers before it is bound. */
record Defaults(boolean autoCommit, boolean readOnly, int isolation, int holdability, Product product) {

    static Defaults of(Connection connection) throws SQLException {
        return new Defaults(
                connection.getAutoCommit(),
                connection.isReadOnly(),
                connection.getTransactionIsolation(),
                connection.getHoldability(),
                Product.of(connection.getMetaData()));
    }

    /** What is asked of metadata to find out which database this is. */
    record Product(
            @Nullable String url,
            @Nullable String user,
            String name,
            String version,
            int major,
            int minor,
            String driver,
            String driverVersion,
            int driverMajor,
            int driverMinor) {

        static Product of(DatabaseMetaData metaData) throws SQLException {
            return new Product(
                    metaData.getURL(),
                    metaData.getUserName(),
                    metaData.getDatabaseProductName(),
                    metaData.getDatabaseProductVersion(),
                    metaData.getDatabaseMajorVersion(),
                    metaData.getDatabaseMinorVersion(),
                    metaData.getDriverName(),
                    metaData.getDriverVersion(),
                    metaData.getDriverMajorVersion(),
                    metaData.getDriverMinorVersion());
        }
    }
}
