package dev.plimsoll.scenario;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chains and handfuls of reads that look like loops to a careless eye. */
final class SingleReadScenarios extends Scenarios {

    @Scenario(id = "C03", story = "a user, its profile, the profile's address")
    void aChainOfThree() throws SQLException {
        long user = ids(bind("select id, login from users where id = ?", 2001).executeQuery())
                .get(0);
        long profile = ids(bind("select id from profile where user_id = ?", user)
                        .executeQuery())
                .get(0);
        ids(bind("select id from address where profile_id = ?", profile).executeQuery());
    }

    @Scenario(id = "C04", story = "one post, its author, a country")
    void aChainFromOnePost() throws SQLException {
        long author = ids(bind("select author_id from post order by id limit 1").executeQuery())
                .get(0);
        ids(bind("select id, login from users where id = ?", author).executeQuery());
        ids(bind("select id, name from country where id = ?", 601).executeQuery());
    }

    @Scenario(id = "C05", story = "a preloader with a list of one")
    void preloadedForOne() throws SQLException {
        long user = ids(bind("select id from users where id = ?", 2001).executeQuery())
                .get(0);
        ids(bind("select id, title from post where author_id in (?)", user).executeQuery());
    }

    @Scenario(id = "C06", story = "a preloader that finds nothing")
    void preloadedNothing() throws SQLException {
        List<Long> posts = ids(bind("select id from post order by id limit 5").executeQuery());
        ids(bind("select id from audit where post_id in (?, ?, ?, ?, ?)", posts.toArray())
                .executeQuery());
    }

    @Scenario(id = "C09", story = "a new post and its comments, which are none")
    void aNewPost() throws SQLException {
        bind("insert into post (id, blog, title) values (?, ?, ?)", 1100, BLOG, "new")
                .executeUpdate();
        ids(bind("select id, text from comment where post_id = ?", 1100).executeQuery());
    }

    @Scenario(id = "C10", story = "the owners of ten posts are null: nothing more is asked")
    void nothingMoreIsAsked() throws SQLException {
        ids(bind("select id, blog from post order by id limit 10").executeQuery());
    }

    @Scenario(id = "C11", story = "a template asks twice whether there are comments, on two lines")
    void emptyAskedTwice() throws SQLException {
        String any = "select 1 as one from comment where post_id = ? limit 1";
        ids(bind(any, 1001).executeQuery());
        ids(bind(any, 1001).executeQuery());
    }

    @Scenario(id = "C12", story = "two uniqueness checks in one save")
    void twoUniquenessChecks() throws SQLException {
        ids(bind("select 1 as one from users where email = ? limit 1", "new").executeQuery());
        ids(bind("select 1 as one from users where login = ? limit 1", "new").executeQuery());
    }

    @Scenario(id = "C16", story = "owners of six types, each in a table of its own", hintsAllowed = true)
    void sixTables() throws SQLException {
        for (String table : List.of("BLOG", "POST", "COMMENT", "USERS", "COMPANY", "TEAM")) {
            ids(bind("select * from \"" + table + "\" where id = ?", 1001).executeQuery());
        }
    }

    @Scenario(id = "C27", story = "two texts of more than 32 KB that differ only in their last word")
    void longTexts() throws SQLException {
        String columns = IntStream.range(0, 2_000)
                .mapToObj("post_1.id as an_id_%05d"::formatted)
                .collect(Collectors.joining(", "));
        String sql = "select " + columns + " from post as post_1 where post_1.";
        for (long i = 1; i <= 4; i++) {
            walk(bind(sql + "id = ?", 1000 + i).executeQuery());
            walk(bind(sql + "author_id = ?", 2000 + i).executeQuery());
        }
    }

    @Scenario(id = "C29", story = "one user and three different associations")
    void threeAssociationsOfOne() throws SQLException {
        long user = ids(bind("select id, login from users where id = ?", 2001).executeQuery())
                .get(0);
        ids(bind("select id from profile where user_id = ?", user).executeQuery());
        ids(bind("select id from post where author_id = ?", user).executeQuery());
        ids(bind("select id from orders where id = ?", user).executeQuery());
    }

    @Scenario(id = "C34", story = "the author and the updater of one post, on two lines")
    void twoRelationsOfOne() throws SQLException {
        ids(bind("select id, title from post where id = ?", 1001).executeQuery());
        author(2001);
        updater(2002);
    }

    private void author(long user) throws SQLException {
        ids(bind("select id, login from users where id = ?", user).executeQuery());
    }

    private void updater(long user) throws SQLException {
        ids(bind("select id, login from users where id = ?", user).executeQuery());
    }

    @Scenario(id = "C37", story = "the first post with its eager comments; a user with its teams over a pivot")
    void firstWithEagerParts() throws SQLException {
        long post = ids(bind("select id from post order by id limit 1").executeQuery())
                .get(0);
        ids(bind("select id, text from comment where post_id in (?)", post).executeQuery());
        ids(bind("select id, login from users order by id limit 1").executeQuery());
        long team = ids(bind("select team_id from users where id in (?)", 2001).executeQuery())
                .get(0);
        ids(bind("select id, name from team where id in (?)", team).executeQuery());
    }

    @Scenario(id = "C39", story = "found twice by id, but the second time in the mapper's cache")
    void foundInTheCache() throws Exception {
        transaction(
                () -> ids(bind("select id, login from users where id = ?", 2001).executeQuery()));
    }

    @Scenario(id = "C50", story = "an insert and the look at the id it was given")
    void theIdOfAnInsert() throws SQLException {
        bind("insert into post (id, blog) values (next value for post_sequence, ?)", BLOG)
                .executeUpdate();
        ids(statement().executeQuery("select current value for post_sequence"));
    }
}
