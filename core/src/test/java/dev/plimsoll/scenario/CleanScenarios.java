package dev.plimsoll.scenario;

import dev.plimsoll.detect.Profile;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/** Applications that do nothing wrong. */
final class CleanScenarios extends Scenarios {

    @Scenario(id = "P01", story = "a clean application serves a thousand orders", oneUnit = false)
    void aThousandCleanOrders() throws Exception {
        for (int order = 0; order < 1_000; order++) {
            long id = 8001 + order % 40;
            unit("GET /orders", () -> showOrders(id));
            unit("POST /orders", () -> transaction(() -> placeOrder(id)));
            Time.passMillis(50);
        }
    }

    private void showOrders(long order) throws SQLException {
        ids(bind("select id, login from users where id = ?", order - 6_000).executeQuery());
        List<Long> orders = ids(bind("select id, state from orders where id >= ? order by id limit 3", order)
                .executeQuery());
        long last = orders.get(orders.size() - 1);
        ids(bind("select id, qty from item where order_id in (?, ?, ?)", order, last, last)
                .executeQuery());
        ids(bind("select count(*) from orders").executeQuery());
    }

    private void placeOrder(long order) throws SQLException {
        ids(bind("select id, version from orders where id = ?", order).executeQuery());
        bind("update orders set state = ?, version = version + 1 where id = ?", "paid", order)
                .executeUpdate();
        try (PreparedStatement items = connection.prepareStatement("update item set qty = ? where id = ?")) {
            for (int i = 0; i < 3; i++) {
                items.setInt(1, 1 + i);
                items.setLong(2, order + 100 + i * 40);
                items.addBatch();
            }
            items.executeBatch();
        }
    }

    @Scenario(id = "P02", story = "one prepared statement serves a hundred requests", oneUnit = false)
    void oneStatementForManyUnits() throws Exception {
        try (PreparedStatement user = connection.prepareStatement("select id, login from users where id = ?")) {
            for (int request = 0; request < 100; request++) {
                user.setLong(1, 2001 + request % 60);
                unit("GET /user", () -> ids(user.executeQuery()));
            }
        }
    }

    @Scenario(id = "P03", story = "a job makes a unit of each of twenty items")
    void aUnitForEachItem() throws Exception {
        for (long post :
                ids(bind("select id, title from post where blog = ?", BLOG).executeQuery())) {
            unit(
                    "item",
                    () -> ids(bind("select id, text from comment where post_id = ?", post)
                            .executeQuery()));
        }
    }

    @Scenario(id = "P04", story = "everything at once, but silently")
    void silence() throws Exception {
        silently(() -> {
            for (long post = 1001; post <= 1050; post++) {
                ids(bind("select id, text from comment where post_id = ?", post).executeQuery());
                bind("insert into audit (post_id) values (?)", post).executeUpdate();
            }
            ids(bind("select id from post limit 10").executeQuery());
        });
    }

    @Scenario(id = "P06", story = "eight figures for a dashboard, each by a query of its own")
    void aDashboard() throws SQLException {
        for (String table : List.of("blog", "post", "comment", "users", "company", "team", "orders", "item")) {
            ids(bind("select count(*) from " + table).executeQuery());
        }
    }

    @Scenario(id = "P07", story = "a batch of texts and a batch of deletes")
    void batchesOfOtherKinds() throws Exception {
        transaction(() -> {
            try (Statement updates = connection.createStatement();
                    PreparedStatement deletes = connection.prepareStatement("delete from comment where id = ?")) {
                for (int id = 10_001; id <= 10_100; id++) {
                    updates.addBatch("update item set qty = 3 where id = " + id);
                    deletes.setLong(1, id);
                    deletes.addBatch();
                }
                updates.executeBatch();
                deletes.executeBatch();
            }
        });
    }

    @Scenario(id = "P08", story = "ids for a batch are taken from a sequence, one call for each")
    void aSequence() throws Exception {
        transaction(() -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into post (id, blog) values (?, ?)")) {
                for (int i = 0; i < 50; i++) {
                    insert.setLong(
                            1,
                            ids(statement().executeQuery("select next value for post_sequence"))
                                    .get(0));
                    insert.setLong(2, BLOG);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    @Scenario(id = "P09", story = "a count is taken again after each of six inserts", hintsAllowed = true)
    void countedAfterEachInsert() throws Exception {
        transaction(() -> {
            for (long post = 1001; post <= 1006; post++) {
                bind("insert into audit (post_id) values (?)", post).executeUpdate();
                ids(bind("select count(*) from audit").executeQuery());
            }
        });
    }

    @Scenario(id = "P10", story = "a worker takes one task after another from a queue", oneUnit = false)
    void aQueue() throws Exception {
        for (int task = 0; task < 30; task++) {
            unit("task", () -> transaction(this::takeTask));
        }
    }

    private void takeTask() throws SQLException {
        long task = ids(bind("select id from orders where state = ? order by id limit 1 for update skip locked", "new")
                        .executeQuery())
                .get(0);
        bind("update orders set state = 'done' where id = ?", task).executeUpdate();
    }

    @Scenario(id = "P42", story = "a thousand rows in twenty inserts of fifty rows")
    void insertsOfManyRows() throws Exception {
        transaction(() -> {
            for (int chunk = 0; chunk < 20; chunk++) {
                int first = chunk * 50;
                Object[] posts = IntStream.range(first, first + 50).boxed().toArray();
                bind("insert into audit (post_id) values (?)" + ", (?)".repeat(49), posts)
                        .executeUpdate();
            }
        });
    }

    @Scenario(id = "P43", story = "old rows are deleted a hundred at a time until none is left, each time committed")
    void purgedInChunks() throws Exception {
        given("insert into audit (post_id) select x from system_range(1, 2000)");
        String purge = "delete from audit where id in (select id from audit where post_id < ? limit 100)";
        while (bind(purge, 5_000).executeUpdate() > 0) {
            Time.passMillis(10);
        }
    }

    @Scenario(id = "P52", profile = Profile.TEST, story = "a test of a repository")
    void aTestOfARepository() throws Exception {
        bind("insert into users (id, login) values (?, ?)", 2101, "one").executeUpdate();
        bind("insert into users (id, login) values (?, ?)", 2102, "two").executeUpdate();
        ids(bind("select id, login from users where id = ?", 2101).executeQuery());
        ids(bind("select id, login from users where login = ?", "two").executeQuery());
        bind("delete from users where id = ?", 2101).executeUpdate();
        ids(bind("select id, login from users where id = ?", 2101).executeQuery());
    }

    @Scenario(id = "P53", story = "the signed-in user is looked up in four places", hintsAllowed = true)
    void theUserInFourPlaces() throws SQLException {
        ids(bind("select id, login from users where id = ?", 2001).executeQuery());
        ids(bind("select id, login from users where id = ?", 2001).executeQuery());
        ids(bind("select id, login from users where id = ?", 2001).executeQuery());
        ids(bind("select id, login from users where id = ?", 2001).executeQuery());
    }
}
