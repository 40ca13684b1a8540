package dev.plimsoll.scenario;

import java.sql.SQLException;

/** Transactions and pauses that do nothing wrong. */
final class CleanTransactionScenarios extends Scenarios {

    @Scenario(id = "P16", story = "eight seconds pass before the first statement of a transaction")
    void lateFirstStatement() throws Exception {
        transaction(() -> {
            Time.passMillis(8_000);
            Sweep.passes();
            ids(bind("select id, state from orders where id = ?", 8001).executeQuery());
        });
    }

    @Scenario(id = "P17", story = "eight seconds pass between two statements in autocommit")
    void pausesInAutocommit() throws Exception {
        ids(bind("select id, state from orders where id = ?", 8001).executeQuery());
        Time.passMillis(8_000);
        Sweep.passes();
        ids(bind("select id, state from orders where id = ?", 8002).executeQuery());
    }

    @Scenario(id = "P18", story = "a transaction is rolled back and its connection given back")
    void rolledBack() throws SQLException {
        connection.setAutoCommit(false);
        bind("insert into audit (post_id) values (?)", 1001).executeUpdate();
        connection.rollback();
        connection.close();
    }

    @Scenario(id = "P46", story = "eight seconds pass after a commit, on a connection that stays borrowed")
    void idleAfterCommit() throws Exception {
        connection.setAutoCommit(false);
        bind("update orders set state = 'paid' where id = ?", 8001).executeUpdate();
        connection.commit();
        Time.passMillis(8_000);
        Sweep.passes();
        connection.close();
    }

    @Scenario(id = "P47", story = "a connection is borrowed with autocommit off and never used")
    void borrowedAndNeverUsed() throws SQLException {
        connection.setAutoCommit(false);
        connection.close();
    }
}
