package dev.plimsoll.scenario;

import static dev.plimsoll.scenario.Scenario.Database.POSTGRESQL;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Reads that do nothing wrong. */
final class CleanReadScenarios extends Scenarios {
    private static final String NEXT_PAGE =
            "select blog, id, title from post where (blog, id) > (?, ?) order by blog, id limit 5";

    @Scenario(id = "P05", story = "four users by id")
    void fourUsers() throws SQLException {
        for (long id = 2001; id <= 2004; id++) {
            ids(bind("select id, login from users where id = ?", id).executeQuery());
        }
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

    @Scenario(id = "P41", story = "three countries by numbers that happen to be the ids of orders too")
    void numbersThatMeetByChance() throws Exception {
        given("create table ticket (id bigint)", "insert into ticket select 600 + x from system_range(1, 20)");
        ids(bind("select id from ticket").executeQuery());
        for (long country = 601; country <= 603; country++) {
            ids(bind("select id, name from country where id = ?", country).executeQuery());
        }
    }

    @Scenario(id = "P44", story = "a loader that binds arrays reads 200 rows in eight queries")
    void chunksAsArrays() throws SQLException {
        for (int chunk = 0; chunk < 8; chunk++) {
            int first = 10_001 + chunk * 15;
            Object[] comments =
                    IntStream.range(first, first + 15).mapToObj(Long::valueOf).toArray();
            ids(bind("select id, text from comment where id = any(?)", connection.createArrayOf("bigint", comments))
                    .executeQuery());
        }
    }

    @Scenario(id = "P45", story = "an unordered limit that cuts nothing off")
    void aLimitThatCutsNothing() throws SQLException {
        ids(bind("select id, name from blog limit 100").executeQuery());
    }

    @Scenario(id = "P48", story = "the database's time is asked for ten times")
    void theTime() throws SQLException {
        for (int i = 0; i < 10; i++) {
            walk(bind("select current_timestamp").executeQuery());
        }
    }

    @Scenario(id = "P49", story = "three slow queries, each of which needs what the one before it found")
    void slowQueriesThatNeedEachOther() throws SQLException {
        long user = ids(bind("select id, takes(60) from users where login = ?", "login 1")
                        .executeQuery())
                .get(0);
        long profile = ids(bind("select id, takes(60) from profile where user_id = ?", user)
                        .executeQuery())
                .get(0);
        ids(bind("select id, takes(60) from address where profile_id = ?", profile)
                .executeQuery());
    }

    @Scenario(id = "P50", on = POSTGRESQL, story = "a fetch size in autocommit, for fewer rows than that")
    void aFetchSizeThatDoesNotMatter() throws Exception {
        given("create table sale (id bigint)", "insert into sale select generate_series(1, 400)");
        PreparedStatement all = bind("select id from sale order by id");
        all.setFetchSize(500);
        walk(all.executeQuery());
    }

    @Scenario(id = "P51", story = "nineteen chunks of ten")
    void chunksOfTen() throws SQLException {
        for (int chunk = 0; chunk < 19; chunk++) {
            Object[] posts =
                    IntStream.range(chunk * 10, chunk * 10 + 10).boxed().toArray();
            ids(bind("select id, text from comment where post_id in (?" + ", ?".repeat(9) + ")", posts)
                    .executeQuery());
        }
    }

    @Scenario(id = "P54", story = "sixty posts are read, then walked again by pages of five")
    void pagesOfWhatWasReadBefore() throws SQLException {
        ids(bind("select id, title from post").executeQuery());
        long last = 0;
        for (int page = 0; page < 12; page++) {
            List<Long> posts = ids(bind("select id, title from post where id > ? order by id limit 5", last)
                    .executeQuery());
            last = posts.get(posts.size() - 1);
        }
    }
}
