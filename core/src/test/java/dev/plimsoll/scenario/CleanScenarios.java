package dev.plimsoll.scenario;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Applications that do nothing wrong. */
final class CleanScenarios extends Scenarios {
    private static final String NEXT_PAGE =
            "select blog, id, title from post where (blog, id) > (?, ?) order by blog, id limit 5";

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

    @Scenario(id = "P05", story = "four users by id")
    void fourUsers() throws SQLException {
        for (long id = 2001; id <= 2004; id++) {
            ids(bind("select id, login from users where id = ?", id).executeQuery());
        }
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

    @Scenario(id = "P11", story = "five thousand rows, as many as were asked for")
    void limitedToManyRows() throws Exception {
        givenSales();
        walk(bind("select id from sale order by id limit ?", 5_000).executeQuery());
    }

    @Scenario(id = "P12", story = "fifteen hundred rows, as many as setMaxRows lets through")
    void limitedByTheStatement() throws Exception {
        givenSales();
        PreparedStatement some = bind("select id from sale order by id");
        some.setMaxRows(1_500);
        walk(some.executeQuery());
    }

    @Scenario(id = "P13", story = "the first fifty rows of a large result are read")
    void theFirstRowsOfMany() throws Exception {
        givenSales();
        try (ResultSet sales = bind("select id from sale order by id").executeQuery()) {
            for (int i = 0; i < 50; i++) {
                sales.next();
            }
        }
    }

    private void givenSales() throws Exception {
        given("create table sale (id bigint)", "insert into sale select x from system_range(1, 9000)");
    }

    @Scenario(id = "P14", story = "pages by a key of two columns")
    void pagesByTwoColumns() throws SQLException {
        long[] last = {0, 0};
        for (int page = 0; page < 12; page++) {
            List<long[]> posts = longs(bind(NEXT_PAGE, last[0], last[1]).executeQuery(), 1, 2);
            last = posts.get(posts.size() - 1);
        }
    }

    @Scenario(id = "P15", story = "chunks of 25, the last of which is shorter")
    void aShorterLastChunk() throws SQLException {
        List<Long> posts = ids(bind("select id from post").executeQuery());
        for (int first = 0; first < 60; first += 25) {
            List<Long> chunk = posts.subList(first, Math.min(60, first + 25));
            String parameters = "?" + ", ?".repeat(chunk.size() - 1);
            ids(bind("select id, text from comment where post_id in (" + parameters + ")", chunk.toArray())
                    .executeQuery());
        }
    }

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
}
