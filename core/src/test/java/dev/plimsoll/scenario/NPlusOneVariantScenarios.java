package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Confidence.CONFIRMED;
import static dev.plimsoll.finding.Severity.INFO;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The best known mistake in other clothes. */
final class NPlusOneVariantScenarios extends Scenarios {

    private List<Long> posts() throws SQLException {
        return ids(bind("select id, title from post where blog = ?", BLOG).executeQuery());
    }

    private void comments(long post) throws SQLException {
        ids(bind("select id, text from comment where post_id = ?", post).executeQuery());
    }

    @Scenario(id = "P29", story = "parents and children are joined by a text")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void joinedByAText() throws SQLException {
        List<String> logins = new ArrayList<>();
        try (ResultSet users =
                bind("select login, id from users where id <= ?", 2020).executeQuery()) {
            while (users.next()) {
                logins.add(users.getString("login"));
            }
        }
        for (String login : logins) {
            ids(bind("select id from users where login = ? and team_id > ?", login, 0)
                    .executeQuery());
        }
    }

    @Scenario(id = "P30", story = "the posts, the comments of each, the audits of each comment")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    @Owes(value = "n-plus-one", count = 40)
    void childrenOfChildren() throws SQLException {
        for (long post :
                ids(bind("select id, title from post where blog = ?", BLOG).executeQuery())) {
            for (long comment : ids(
                    bind("select id, text from comment where post_id = ?", post).executeQuery())) {
                ids(bind("select id from audit where post_id = ?", comment).executeQuery());
            }
        }
    }

    @Scenario(id = "P31", story = "two pages of one request make the same mistake")
    @Owes(value = "n-plus-one", times = 2, confidence = CONFIRMED)
    void twoLoops() throws SQLException {
        List<Long> posts =
                ids(bind("select id, title from post where blog = ?", BLOG).executeQuery());
        onePage(posts);
        anotherPage(posts);
    }

    private void onePage(List<Long> posts) throws SQLException {
        for (long post : posts) {
            ids(bind("select id, text from comment where post_id = ?", post).executeQuery());
        }
    }

    private void anotherPage(List<Long> posts) throws SQLException {
        for (long post : posts) {
            ids(bind("select id, text from comment where post_id = ?", post).executeQuery());
        }
    }

    @Scenario(id = "P61", story = "the children are read while the parents' result is still open")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void insideAnOpenResult() throws SQLException {
        try (ResultSet posts =
                bind("select id, title from post where blog = ?", BLOG).executeQuery()) {
            while (posts.next()) {
                ids(bind("select id, text from comment where post_id = ?", posts.getLong("id"))
                        .executeQuery());
            }
        }
    }

    @Scenario(id = "P63", story = "keys are decimals in the parents and whole numbers in the children")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void keysOfTwoTypes() throws Exception {
        given(
                "create table parcel (id numeric(19), weight int)",
                "insert into parcel select 8000 + x, 1 from system_range(1, 20)");
        List<Long> parcels = new ArrayList<>();
        try (ResultSet results = bind("select id, weight from parcel").executeQuery()) {
            while (results.next()) {
                parcels.add(results.getBigDecimal(1).longValueExact());
            }
        }
        for (long parcel : parcels) {
            ids(bind("select id, qty from item where order_id = ?", parcel).executeQuery());
        }
    }

    @Scenario(id = "P64", story = "children are found by two columns of their parents")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void keysOfTwoColumns() throws SQLException {
        for (long[] post : longs(
                bind("select id, author_id from post where blog = ?", BLOG).executeQuery(), 1, 2)) {
            ids(bind("select id from post where author_id = ? and id <> ?", post[1], post[0])
                    .executeQuery());
        }
    }

    @Scenario(id = "P65", story = "texts with ids in them, by execute() and getResultSet()")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void byExecute() throws SQLException {
        for (long post :
                ids(bind("select id, title from post where blog = ?", BLOG).executeQuery())) {
            Statement statement = statement();
            statement.execute("select id, text from comment where post_id = " + post);
            ids(statement.getResultSet());
        }
    }

    @Scenario(id = "P66", story = "thirty chunks of ten, which could be fewer")
    @Owes(value = "n-plus-one", severity = INFO)
    void manyChunks() throws SQLException {
        for (int chunk = 0; chunk < 30; chunk++) {
            Object[] posts =
                    IntStream.range(chunk * 10, chunk * 10 + 10).boxed().toArray();
            ids(bind("select id, text from comment where post_id in (?" + ", ?".repeat(9) + ")", posts)
                    .executeQuery());
        }
    }

    @Scenario(id = "P70", story = "two loops share the method that reads the comments of a post")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void childrenByOneHelperOfTwoCallers() throws SQLException {
        List<Long> posts =
                ids(bind("select id, title from post where blog = ?", BLOG).executeQuery());
        for (long post : posts.subList(0, 10)) {
            comments(post);
        }
        for (long post : posts.subList(10, 20)) {
            comments(post);
        }
    }

    @Scenario(id = "P71", story = "the children's query also has a constant list")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void besideAConstantList() throws SQLException {
        for (long post : posts()) {
            ids(bind("select id from comment where post_id = ? and text not in ('a', 'b', 'c', 'd', 'e', 'f')", post)
                    .executeQuery());
        }
    }

    @Scenario(id = "P72", story = "whether there are comments, asked for each post")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void existenceOfEach() throws SQLException {
        for (long post : posts()) {
            ids(bind("select 1 as one from comment where post_id = ? limit 1", post)
                    .executeQuery());
        }
    }

    @Scenario(id = "P73", story = "the next three items from each order on: no pages, though they look so")
    @Owes(value = "n-plus-one", count = 40, confidence = CONFIRMED)
    void theNextOfEach() throws SQLException {
        for (long order : ids(bind("select id, state from orders").executeQuery())) {
            ids(bind("select id, qty from item where order_id > ? order by order_id limit 3", order)
                    .executeQuery());
        }
    }

    @Scenario(id = "P76", story = "fifty users are saved, each after a look whether the login is taken")
    @Owes(value = "n-plus-one", count = 50)
    @Owes(value = "row-by-row-write", count = 50)
    void checkedAndInserted() throws Exception {
        transaction(() -> {
            for (long user = 2101; user <= 2150; user++) {
                ids(bind("select 1 as one from users where login = ? limit 1", "login " + user)
                        .executeQuery());
                bind("insert into users (id, login) values (?, ?)", user, "login " + user)
                        .executeUpdate();
            }
        });
    }
}
