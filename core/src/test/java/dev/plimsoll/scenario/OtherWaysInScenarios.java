package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Confidence.CONFIRMED;
import static dev.plimsoll.finding.Severity.INFO;
import static dev.plimsoll.scenario.Scenario.Database.POSTGRESQL;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.detect.Profile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The best known mistake by other ways in: pools, threads without units, another database, other profiles. */
final class OtherWaysInScenarios extends Scenarios {

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

    @Scenario(id = "P62", story = "the comments of each post in a transaction, outside any unit", oneUnit = false)
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void inATransactionWithoutAUnit() throws Exception {
        transaction(() -> {
            for (long post :
                    ids(bind("select id, title from post where blog = ?", BLOG).executeQuery())) {
                ids(bind("select id, text from comment where post_id = ?", post).executeQuery());
            }
        });
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
}
