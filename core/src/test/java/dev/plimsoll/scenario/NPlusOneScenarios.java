package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Confidence.CONFIRMED;
import static dev.plimsoll.finding.Severity.INFO;

import dev.plimsoll.detect.Profile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Loops that ask the database once for each element. */
final class NPlusOneScenarios extends Scenarios {

    private List<Long> posts() throws SQLException {
        return ids(bind("select id, title from post where blog = ?", BLOG).executeQuery());
    }

    private void comments(long post) throws SQLException {
        ids(bind("select id, text from comment where post_id = ?", post).executeQuery());
    }

    @Scenario(id = "C01", story = "the posts of a blog, then the comments of each")
    @Owes(
            value = "n-plus-one",
            count = 20,
            confidence = CONFIRMED,
            mentions = {"from post", "NPlusOneScenarios.comments"})
    void commentsOfEachPost() throws SQLException {
        for (long post : posts()) {
            comments(post);
        }
    }

    @Scenario(id = "C07", story = "one of ten posts was loaded with its comments before the loop over all")
    @Owes("n-plus-one")
    void oneOfThePostsWasLoadedBefore() throws SQLException {
        long loaded = ids(bind("select id, blog from post where id = ?", 1007).executeQuery())
                .get(0);
        ids(bind("select id, text from comment where post_id = ?", loaded).executeQuery());
        for (long post :
                ids(bind("select id from post where id <= ? order by id", 1010).executeQuery())) {
            if (post != loaded) {
                comments(post);
            }
        }
    }

    @Scenario(id = "C08", story = "a single user, then all users and the company of each")
    @Owes(value = "n-plus-one", count = 20)
    void oneOfTheUsersWasLoadedBefore() throws SQLException {
        ids(bind("select id, login from users where id = ?", 2005).executeQuery());
        for (long company : ids(bind("select company_id, id from users where id <= ? order by id", 2020)
                .executeQuery())) {
            ids(bind("select id, name from company where id = ?", company).executeQuery());
        }
    }

    @Scenario(id = "C18", story = "a tree is walked down, one query for the children of each node")
    @Owes(value = "n-plus-one", count = 31)
    void aTreeIsWalked() throws SQLException {
        walkFrom(6001);
    }

    private void walkFrom(long category) throws SQLException {
        for (long child : ids(
                bind("select id from category where parent_id = ?", category).executeQuery())) {
            walkFrom(child);
        }
    }

    @Scenario(id = "C21", story = "each child is read over a connection that the pool has validated first")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void validationBetweenTheChildren() throws SQLException {
        for (long post : posts()) {
            try (Connection borrowed = dataSource.getConnection()) {
                ids(bind(borrowed, "select 1").executeQuery());
                ids(bind(borrowed, "select id, text from comment where post_id = ?", post)
                        .executeQuery());
            }
        }
    }

    @Scenario(
            id = "C25",
            profile = Profile.PROD,
            story = "three rows and two quick queries for each, in a request of four seconds")
    @Owes(severity = INFO)
    void tooQuickToMatter() throws SQLException {
        for (long[] post : longs(
                bind("select id, author_id from post where blog = ? order by id limit 3", BLOG)
                        .executeQuery(),
                1,
                2)) {
            comments(post[0]);
            ids(bind("select id, login from users where id = ?", post[1]).executeQuery());
            Time.passMillis(1_300);
        }
    }

    @Scenario(id = "C26", story = "ids are written into the text")
    @Owes(value = "n-plus-one", count = 50)
    void idsWrittenIntoTheText() throws SQLException {
        for (long id = 2001; id <= 2050; id++) {
            ids(statement().executeQuery("select id, login from users where id = " + id));
        }
    }

    @Scenario(id = "C30", story = "a preloader is called for each post alone")
    @Owes(value = "n-plus-one", count = 20)
    void listsOfOne() throws SQLException {
        for (long post : posts()) {
            ids(bind("select id, text from comment where post_id in (?)", post).executeQuery());
        }
    }

    @Scenario(id = "C31", story = "a loop over known ids")
    @Owes(value = "n-plus-one", count = 20)
    void findByIdInALoop() throws SQLException {
        for (long id = 2001; id <= 2020; id++) {
            ids(bind("select id, login, email from users where id = ?", id).executeQuery());
        }
    }

    @Scenario(id = "C40", story = "two associations are fetched eagerly, all by the line that asked for the parents")
    @Owes(value = "n-plus-one", times = 2, count = 10, confidence = CONFIRMED)
    void twoEagerAssociations() throws SQLException {
        for (long[] book : longs(load("select id, author_id, publisher_id from book"), 2, 3)) {
            ids(load("select id, name from author where id = ?", book[0]));
            ids(load("select id, name from publisher where id = ?", book[1]));
        }
    }

    private ResultSet load(String sql, Object... values) throws SQLException {
        return bind(sql, values).executeQuery();
    }

    @Scenario(id = "C44", story = "each child takes 80 ms")
    @Owes(value = "n-plus-one", count = 20, confidence = CONFIRMED)
    void slowChildren() throws SQLException {
        for (long post : posts()) {
            ids(bind("select id, takes(40) from comment where post_id = ?", post)
                    .executeQuery());
        }
    }

    @Scenario(id = "C45", story = "a job of an hour looks up 3,000 regions between the chunks it writes")
    @Owes("n-plus-one")
    void lookUpsInALongJob() throws Exception {
        given(
                "create table tax (region bigint primary key, rate int)",
                "insert into tax select x, 20 from system_range(1, 3000)",
                "create table invoice (region bigint, rate bigint)");
        for (long chunk = 0; chunk < 6; chunk++) {
            long first = chunk * 500 + 1;
            try (PreparedStatement insert = connection.prepareStatement("insert into invoice values (?, ?)")) {
                for (long region = first; region < first + 500; region++) {
                    insert.setLong(1, region);
                    insert.setLong(2, rate(region));
                    insert.addBatch();
                }
                transaction(insert::executeBatch);
            }
        }
    }

    private long rate(long region) throws SQLException {
        Time.pass(Duration.ofHours(1).dividedBy(3_000));
        return ids(bind("select rate from tax where region = ?", region).executeQuery())
                .get(0);
    }

    @Scenario(id = "C54", story = "every text carries a trace id of its own in a comment")
    @Owes(value = "n-plus-one", count = 20)
    void commentsInTheText() throws SQLException {
        for (long post : posts()) {
            String sql = "select id, text from comment where post_id = ? /*traceparent='00-%016x-01'*/".formatted(post);
            ids(bind(sql, post).executeQuery());
        }
    }

    @Scenario(id = "C57", story = "five thousand children")
    @Owes(value = "n-plus-one", count = 5_000)
    void fiveThousandChildren() throws Exception {
        given(
                "create table event (id bigint primary key)",
                "insert into event select 100000 + x from system_range(1, 5000)");
        try (PreparedStatement child = connection.prepareStatement("select text from comment where id = ?")) {
            for (long event :
                    ids(bind("select id from event order by id limit 5000").executeQuery())) {
                child.setLong(1, event);
                walk(child.executeQuery());
            }
        }
    }

    @Scenario(id = "C58", story = "prepared once, executed fifty times")
    @Owes(value = "n-plus-one", count = 50)
    void preparedOnce() throws SQLException {
        try (PreparedStatement child = connection.prepareStatement("select id, login from users where id = ?")) {
            for (long id = 2001; id <= 2050; id++) {
                child.setLong(1, id);
                ids(child.executeQuery());
            }
        }
    }

    @Scenario(id = "C60", story = "the service commits, the view loads the rest lazily")
    @Owes(
            value = "n-plus-one",
            count = 20,
            mentions = {"outside any transaction"})
    void lazyLoadingInTheView() throws Exception {
        connection.setAutoCommit(false);
        List<Long> loaded = posts();
        connection.commit();
        connection.setAutoCommit(true);
        for (long post : loaded) {
            comments(post);
        }
    }
}
