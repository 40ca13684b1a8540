package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Confidence.CONFIRMED;
import static dev.plimsoll.finding.Severity.INFO;
import static dev.plimsoll.scenario.Scenario.Database.POSTGRESQL;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.detect.Profile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** The known mistakes in other clothes. */
final class VariantScenarios extends Scenarios {

    private static void commentsOfEachPost(DataSource dataSource) throws SQLException {
        List<Long> posts;
        try (Connection own = dataSource.getConnection()) {
            posts = ids(
                    bind(own, "select id, title from post where blog = ?", BLOG).executeQuery());
        }
        for (long post : posts) {
            try (Connection own = dataSource.getConnection()) {
                ids(bind(own, "select id, text from comment where post_id = ?", post)
                        .executeQuery());
            }
        }
    }

    @Scenario(id = "P21", story = "twenty children through a data source that is wrapped twice")
    @Owes(value = "n-plus-one", count = 20)
    void wrappedTwice() throws SQLException {
        commentsOfEachPost(stage.watched(dataSource));
    }

    @Scenario(id = "P22", story = "a pool over the watched data source; each child borrows anew")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void poolAbove() throws SQLException {
        try (HikariDataSource pool = pool(dataSource)) {
            commentsOfEachPost(pool);
        }
    }

    @Scenario(id = "P23", story = "a pool under the watched data source; each child borrows anew")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void poolBelow() throws SQLException {
        try (HikariDataSource pool = pool(database)) {
            commentsOfEachPost(stage.watched(pool));
        }
    }

    private static HikariDataSource pool(DataSource dataSource) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(dataSource);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    @Scenario(id = "P24", on = POSTGRESQL, story = "the comments of each post, on PostgreSQL")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void onPostgres() throws Exception {
        given(
                "create table post as select id::bigint, 101::bigint as blog, 'post' as title "
                        + "from generate_series(1001, 1020) as id",
                "create table comment as select id::bigint, id - 9000::bigint as post_id, 'text' as text "
                        + "from generate_series(10001, 10020) as id");
        commentsOfEachPost(dataSource);
    }

    @Scenario(id = "P25", story = "the comments of each post, outside any unit", oneUnit = false)
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void provenWithoutAUnit() throws SQLException {
        commentsOfEachPost(dataSource);
        anotherSecond();
    }

    @Scenario(
            id = "P26",
            story = "twenty users by known ids, outside any unit: perhaps of twenty requests",
            oneUnit = false)
    @Owes(value = "n-plus-one", severity = INFO)
    void unprovenWithoutAUnit() throws SQLException {
        for (long id = 2001; id <= 2020; id++) {
            ids(bind("select id, login from users where id = ?", id).executeQuery());
        }
        anotherSecond();
    }

    /** What the thread did before is judged once it was quiet for a second. */
    private void anotherSecond() throws SQLException {
        Time.passMillis(2_000);
        ids(bind("select count(*) from blog").executeQuery());
    }

    @Scenario(id = "P27", profile = Profile.TEST, story = "a test reads the comments of three posts, one by one")
    @Owes(value = "n-plus-one", count = 3)
    void threeChildrenInATest() throws SQLException {
        for (long post :
                ids(bind("select id, title from post order by id limit 3").executeQuery())) {
            ids(bind("select id, text from comment where post_id = ?", post).executeQuery());
        }
    }

    @Scenario(id = "P28", profile = Profile.PROD, story = "twenty quick children in production")
    @Owes(value = "n-plus-one", count = 20)
    void twentyChildrenInProduction() throws SQLException {
        commentsOfEachPost(dataSource);
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

    @Scenario(id = "P32", story = "fifty batches of one row")
    @Owes(value = "row-by-row-write", count = 50)
    void batchesOfOne() throws Exception {
        transaction(() -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into audit (post_id) values (?)")) {
                for (long post = 1001; post <= 1050; post++) {
                    insert.setLong(1, post);
                    insert.addBatch();
                    insert.executeBatch();
                }
            }
        });
    }

    @Scenario(id = "P33", story = "sixty rows are deleted one by one")
    @Owes(value = "row-by-row-write", count = 60)
    void deletedOneByOne() throws Exception {
        transaction(() -> {
            for (int id = 10_001; id <= 10_060; id++) {
                bind("delete from comment where id = ?", id).executeUpdate();
            }
        });
    }

    @Scenario(id = "P34", story = "a deep page in the words of the standard")
    @Owes("deep-offset")
    void standardOffset() throws SQLException {
        ids(bind("select id, title from post order by id offset ? rows fetch next ? rows only", 2_000, 20)
                .executeQuery());
    }

    @Scenario(id = "P35", story = "a list of 150 ids is written into the text")
    @Owes("oversized-in-list")
    void aListInTheText() throws SQLException {
        String ids = IntStream.range(1_001, 1_151).mapToObj(Integer::toString).collect(Collectors.joining(","));
        ids(statement().executeQuery("select id, text from comment where post_id in (" + ids + ")"));
    }

    @Scenario(id = "P36", story = "a connection is given back with an insert that nobody commits")
    @Owes("transaction-left-open")
    void writtenAndLeftOpen() throws SQLException {
        connection.setAutoCommit(false);
        bind("insert into audit (post_id) values (?)", 1001).executeUpdate();
        connection.close();
    }

    @Scenario(id = "P37", story = "a transaction that began in SQL is idle for two seconds", on = POSTGRESQL)
    @Owes("idle-in-transaction")
    void begunInSql() throws Exception {
        given("create table orders (id bigint)");
        statement().execute("begin");
        bind("update orders set id = id + 1 where id = ?", 1L).executeUpdate();
        Time.passMillis(2_000);
        awaitFinding("idle-in-transaction");
        statement().execute("commit");
    }
}
