package checker;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction as applications write it. */
final class Transactions {
    private Transactions() {}

    /** What is done in one. */
    interface Block {
        void run() throws SQLException;
    }

    /** Commits, or rolls back when the block fails; the connection is in autocommit again then. */
    static void run(Connection connection, Block block) throws SQLException {
        begin(connection, block);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Runs the block and leaves its transaction open; when it fails, rolls it back. */
    static void begin(Connection connection, Block block) throws SQLException {
        connection.setAutoCommit(false);
        try {
            block.run();
        } catch (SQLException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    static void rollBack(Connection connection, SQLException cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
