package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Severity.INFO;
import static dev.plimsoll.scenario.Scenario.Database.POSTGRESQL;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Transactions that are open for long, and what is going on in them. */
final class TransactionScenarios extends Scenarios {

    @Scenario(id = "C93", story = "a call over HTTP takes eight seconds between two updates")
    @Owes(
            value = "idle-in-transaction",
            mentions = {"orders", "TransactionScenarios"})
    void aCallInATransaction() throws Exception {
        transaction(() -> {
            pay(8001);
            Time.passMillis(8_000);
            awaitFinding("idle-in-transaction");
            pay(8002);
        });
    }

    private void pay(long order) throws SQLException {
        bind("update orders set state = 'paid' where id = ?", order).executeUpdate();
    }

    @Scenario(id = "C94", story = "twenty quick batches in eight seconds")
    @Owes("long-transaction")
    void quickBatchesOverEightSeconds() throws Exception {
        transaction(() -> {
            for (int i = 0; i < 20; i++) {
                recount(i);
                Time.passMillis(400);
            }
            awaitFinding("long-transaction");
        });
    }

    private void recount(int round) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update item set qty = ? where order_id = ?")) {
            for (long order = 8001; order <= 8005; order++) {
                update.setInt(1, round);
                update.setLong(2, order);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    @Scenario(
            id = "C95",
            on = POSTGRESQL,
            story = "an export reads for ten minutes without a pause",
            hintsAllowed = true)
    void tenMinutesOfReading() throws Exception {
        given("create table sale (id bigint)", "insert into sale select generate_series(1, 6000)");
        transaction(() -> {
            PreparedStatement all = bind("select id from sale order by id");
            all.setFetchSize(100);
            try (ResultSet sales = all.executeQuery()) {
                while (sales.next()) {
                    Time.passMillis(100);
                    if (sales.getRow() % 1_000 == 0) {
                        Sweep.passes();
                    }
                }
            }
        });
    }

    @Scenario(id = "C96", story = "a connection is borrowed for five seconds by a slow query")
    void aSlowQuery() throws Exception {
        transaction(() -> {
            ids(bind("select id, takes(4500), swept() from orders where id = ?", 8001)
                    .executeQuery());
            Time.passMillis(400);
        });
    }

    @Scenario(id = "C97", story = "a connection that only read is given back without a commit")
    @Owes(value = "transaction-left-open", severity = INFO)
    void readWithoutCommit() throws SQLException {
        connection.setAutoCommit(false);
        ids(bind("select id, state from orders where id = ?", 8001).executeQuery());
        connection.close();
    }
}
