package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Severity.ERROR;
import static dev.plimsoll.finding.Severity.INFO;
import static dev.plimsoll.scenario.Scenario.Database.POSTGRESQL;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many rows are read, and which. */
final class ResultSetScenarios extends Scenarios {

    private void givenSales(int count) throws Exception {
        given("create table sale (id bigint primary key, customer_id bigint, name varchar(40))");
        given("insert into sale select x, 7, 'sale ' || x from " + series(count));
    }

    private String series(int count) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return (product.equals("PostgreSQL") ? "generate_series(1, %d) as x" : "system_range(1, %d)").formatted(count);
    }

    @Scenario(id = "C22", on = POSTGRESQL, story = "3,000 rows a hundred at a time, by the driver and by hand")
    void serverSideCursors() throws Exception {
        givenSales(3_000);
        transaction(() -> {
            PreparedStatement all = bind("select id, name from sale order by id");
            all.setFetchSize(100);
            walk(all.executeQuery());
            statement().execute("declare sales cursor for select id, name from sale order by id");
            for (int i = 0; i < 30; i++) {
                walk(statement().executeQuery("fetch 100 from sales"));
            }
        });
    }

    @Scenario(
            id = "C55",
            story = "the log entries of an admin page are loaded and never looked at",
            hintsAllowed = true)
    void loadedAndNeverRead() throws SQLException {
        try (ResultSet entries =
                bind("select id, written from log_entry order by id limit 20").executeQuery()) {
            entries.next();
        }
        try (ResultSet users = bind("select id, login from users where id in (2001, 2002, 2003)")
                .executeQuery()) {
            users.next();
        }
    }

    @Scenario(id = "C61", story = "a page 12,000 rows down")
    @Owes(value = "deep-offset", severity = ERROR)
    void aDeepPage() throws SQLException {
        ids(bind("select id, title from post order by id limit ? offset ?", 20, 12_000)
                .executeQuery());
    }

    @Scenario(id = "C62", story = "all 40,000 sales of a customer")
    @Owes("unbounded-result")
    void allSalesOfACustomer() throws Exception {
        givenSales(40_000);
        walk(bind("select * from sale where customer_id = ?", 7).executeQuery());
    }

    @Scenario(id = "C63", story = "40,000 sales, and a limit only in what they are tested by")
    @Owes("unbounded-result")
    void aLimitInside() throws Exception {
        givenSales(40_000);
        walk(bind("select id, name from sale where name <> 'limit 10' and exists "
                        + "(select 1 from company where id = 3001 limit 1)")
                .executeQuery());
    }

    @Scenario(id = "C64", story = "195 countries, in each of 120 requests", oneUnit = false)
    void allCountries() throws Exception {
        for (int request = 0; request < 120; request++) {
            unit("GET /countries", () -> ids(bind("select * from country").executeQuery()));
            Time.passMillis(86_400_000);
        }
    }

    @Scenario(id = "C65", on = POSTGRESQL, story = "an export reads through a cursor", hintsAllowed = true)
    void anExportThroughACursor() throws Exception {
        givenSales(20_000);
        transaction(this::export);
    }

    private void export() throws SQLException {
        PreparedStatement all = bind("select id, name from sale order by id");
        all.setFetchSize(500);
        walk(all.executeQuery());
    }

    @Scenario(id = "C66", on = POSTGRESQL, story = "the same export in autocommit, where the driver reads all at once")
    @Owes("fetch-size-ignored")
    void anExportInAutocommit() throws Exception {
        givenSales(20_000);
        export();
    }

    @Scenario(id = "C67", story = "the three newest posts of each blog by row_number()")
    void newestOfEach() throws SQLException {
        ids(bind("select id from (select id, row_number() over (partition by blog order by created) as place "
                        + "from post) as ranked where place <= 3")
                .executeQuery());
    }

    @Scenario(id = "C68", story = "any ten posts, ordered afterwards")
    @Owes("limit-without-order")
    void orderedAfterTheLimit() throws SQLException {
        ids(bind("select * from (select id, title from post limit 10) as ten order by title")
                .executeQuery());
    }

    @Scenario(id = "C69", story = "ten posts of an ordered subquery")
    @Owes(value = "limit-without-order", severity = INFO)
    void orderedInside() throws SQLException {
        ids(bind("select * from (select id, title from post order by id) as ordered limit 10")
                .executeQuery());
    }

    @Scenario(id = "C70", story = "ten posts in the order of a constant")
    @Owes("limit-without-order")
    void orderedByAConstant() throws SQLException {
        ids(bind("select id, title from post order by (select 1) offset 0 rows fetch next 10 rows only")
                .executeQuery());
    }

    @Scenario(id = "C71", story = "ordered inside, grouped and limited outside")
    @Owes("limit-without-order")
    void orderedThenGrouped() throws SQLException {
        ids(bind("select author_id, count(*) from (select id, author_id from post order by id) as ordered "
                        + "group by author_id limit 10")
                .executeQuery());
    }

    @Scenario(id = "C72", story = "limits that need no order: existence, uniqueness, an aggregate, a queue")
    void limitsThatNeedNoOrder() throws Exception {
        ids(bind("select 1 as one from users where email = ? limit 1", "email 1")
                .executeQuery());
        ids(bind("select id, login from users where id = ? limit 2", 2001).executeQuery());
        ids(bind("select count(*) from users limit 10").executeQuery());
        transaction(() -> ids(bind("select id from orders where state = 'new' limit 5 for update skip locked")
                .executeQuery()));
    }

    @Scenario(id = "C76", story = "a list of 1,500 parameters")
    @Owes(value = "oversized-in-list", severity = ERROR)
    void aListOf1500() throws SQLException {
        Object[] posts = IntStream.range(0, 1_500).mapToObj(i -> 1_001 + i).toArray();
        ids(bind("select id, text from comment where post_id in (" + parameters(1_500) + ")", posts)
                .executeQuery());
    }

    @Scenario(id = "C78", story = "lists padded with their last element: five of eight differ, ninety of 128")
    void paddedLists() throws SQLException {
        Object[] five =
                IntStream.range(0, 8).mapToObj(i -> 1_001 + Math.min(i, 4)).toArray();
        ids(bind("select id, title from post where id in (" + parameters(8) + ")", five)
                .executeQuery());
        Object[] ninety =
                IntStream.range(0, 128).mapToObj(i -> 1_001 + Math.min(i, 89)).toArray();
        ids(bind("select id, text from comment where post_id in (" + parameters(128) + ")", ninety)
                .executeQuery());
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "?").collect(Collectors.joining(", "));
    }
}
