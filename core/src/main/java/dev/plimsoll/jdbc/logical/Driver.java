package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The driver's own connection beneath a pool's, and what it tells without a round trip. */
interface Driver {
    boolean PGJDBC = isPgjdbcPresent();

    /** The driver's own connection, whose identity outlives what a pool hands out. */
    Object connection();

    boolean isPostgres() throws SQLException;

    /** Whether the server has last reported to be in recovery; null if it reports no such thing. */
    @Nullable
    Boolean inRecovery();

    TransactionStatus transaction();

    static Driver of(Connection handle) {
        Driver pgjdbc = PGJDBC ? Pgjdbc.of(handle) : null;
        if (pgjdbc != null) {
            return pgjdbc;
        }
        Connection beneath = beneath(handle, Connection.class);
        Connection raw = beneath == null ? handle : beneath;
        Driver elsewhere = PGJDBC ? null : PgjdbcElsewhere.of(raw);
        return elsewhere == null ? new OtherDriver(raw) : elsewhere;
    }

    /** What {@code handle} wraps of that type, or null; there are drivers and pools that know neither method. */
    static <T> @Nullable T beneath(Connection handle, Class<T> type) {
        try {
            return handle.isWrapperFor(type) ? handle.unwrap(type) : null;
        } catch (SQLException | AbstractMethodError e) {
            return null;
        }
    }

    private static boolean isPgjdbcPresent() {
        try {
            Class.forName("org.postgresql.core.BaseConnection", false, Driver.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false; // another driver is used
        }
    }

    /** A driver of which nothing is known. */
    record OtherDriver(Connection connection) implements Driver {
        @Override
        public boolean isPostgres() throws SQLException {
            return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
        }

        @Override
        public @Nullable Boolean inRecovery() {
            return null;
        }

        @Override
        public TransactionStatus transaction() {
            return TransactionStatus.UNKNOWN;
        }
    }
}
