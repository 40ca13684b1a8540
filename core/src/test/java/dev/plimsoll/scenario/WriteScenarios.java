package dev.plimsoll.scenario;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows written one by one and in batches. */
final class WriteScenarios extends Scenarios {
    private static final String INSERT = "insert into audit (post_id) values (?)";

    @Scenario(id = "C02", story = "an insert for each of twenty posts, each committed on its own")
    @Owes(value = "row-by-row-write", count = 20)
    @Owes(value = "commit-per-save", count = 20)
    void anInsertForEachPost() throws SQLException {
        for (long post :
                ids(bind("select id, title from post where blog = ?", BLOG).executeQuery())) {
            bind(INSERT, post).executeUpdate();
        }
    }

    @Scenario(id = "C79", story = "500 rows in one insert")
    void manyRowsInOneInsert() throws SQLException {
        List<Long> posts = IntStream.range(0, 500).mapToObj(Long::valueOf).toList();
        String values = posts.stream().map(post -> "(?)").collect(Collectors.joining(", "));
        bind("insert into audit (post_id) values " + values, posts.toArray()).executeUpdate();
    }

    @Scenario(id = "C81", story = "a hundred updates in one transaction")
    @Owes(value = "row-by-row-write", count = 100)
    void aHundredUpdates() throws Exception {
        transaction(() -> {
            for (long item = 8101; item <= 8200; item++) {
                bind("update item set qty = ? where id = ?", 2, item).executeUpdate();
            }
        });
    }

    @Scenario(id = "C82", story = "a thousand rows in twenty batches of fifty")
    void twentyBatches() throws Exception {
        transaction(() -> insertInBatches(1_000, 50));
    }

    @Scenario(id = "C83", story = "a hundred rows in batches of thirty, the last of which is smaller")
    void aSmallerLastBatch() throws Exception {
        transaction(() -> insertInBatches(100, 30));
    }

    private void insertInBatches(int rows, int size) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int row = 1; row <= rows; row++) {
                insert.setLong(1, row);
                insert.addBatch();
                if (row % size == 0 || row == rows) {
                    insert.executeBatch();
                }
            }
        }
    }

    @Scenario(id = "C85", story = "twelve updates of one table, each of another column")
    void twelveDifferentUpdates() throws Exception {
        String columns = IntStream.range(0, 12)
                .mapToObj("option_%d varchar(10)"::formatted)
                .collect(Collectors.joining(", "));
        given("create table settings (id bigint primary key, " + columns + ")", "insert into settings (id) values (1)");
        transaction(() -> {
            for (int i = 0; i < 12; i++) {
                bind("update settings set option_" + i + " = ? where id = ?", "on", 1)
                        .executeUpdate();
            }
        });
    }

    @Scenario(id = "C88", story = "fifty inserts in autocommit")
    @Owes(value = "row-by-row-write", count = 50)
    @Owes(value = "commit-per-save", count = 50)
    void fiftyInsertsInAutocommit() throws SQLException {
        for (long post = 1001; post <= 1050; post++) {
            bind(INSERT, post).executeUpdate();
        }
    }

    @Scenario(id = "C89", story = "fifty inserts, each in a transaction of its own")
    @Owes(value = "commit-per-save", count = 50)
    void aTransactionForEachInsert() throws Exception {
        for (long post = 1001; post <= 1050; post++) {
            long saved = post;
            transaction(() -> bind(INSERT, saved).executeUpdate());
        }
    }
}
