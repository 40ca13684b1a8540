package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Severity.INFO;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;

/** The same question asked again. */
final class RedundantScenarios extends Scenarios {

    @Scenario(id = "C14", story = "one line asks six times for the same row")
    @Owes(value = "redundant-query", count = 6)
    void theSameRowSixTimes() throws SQLException {
        for (int i = 0; i < 6; i++) {
            ids(bind("select id, name from company where id = ?", 3001).executeQuery());
        }
    }

    @Scenario(id = "C15", story = "the current cycle is asked for forty times from twelve places")
    @Owes(value = "redundant-query", count = 40)
    void askedFromTwelvePlaces() throws Exception {
        List<Callable<List<Long>>> places = List.of(
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()),
                () -> ids(cycle().executeQuery()));
        for (int i = 0; i < 40; i++) {
            places.get(i % places.size()).call();
        }
    }

    private PreparedStatement cycle() throws SQLException {
        Date today = Date.valueOf("2026-03-01");
        return bind("select id from academic_cycle where starts <= ? and ends >= ?", today, today);
    }

    @Scenario(id = "C28", story = "three selects of 60 ms that do not need each other")
    @Owes(value = "independent-queries", severity = INFO)
    void threeIndependentSelects() throws SQLException {
        ids(bind("select id, takes(60) from blog where id = ?", BLOG).executeQuery());
        ids(bind("select id, takes(60) from country where id = ?", 601).executeQuery());
        ids(bind("select id, takes(60) from company where id = ?", 3001).executeQuery());
    }

    @Scenario(id = "C35", story = "one group, by way of the assignee, the reporter and the issue")
    @Owes(value = "redundant-query", severity = INFO)
    void threeWaysToOneGroup() throws SQLException {
        ids(bind("select id, name from team where id = ?", 4001).executeQuery());
        ids(bind("select id, name from team where id = ?", 4001).executeQuery());
        ids(bind("select id, name from team where id = ?", 4001).executeQuery());
    }

    @Scenario(id = "C41", story = "six services ask for the same row, once each")
    @Owes(value = "redundant-query", severity = INFO)
    void sixServicesOnceEach() throws SQLException {
        ids(bind("select id, name from company where id = ?", 3001).executeQuery());
        ids(bind("select id, name from company where id = ?", 3001).executeQuery());
        ids(bind("select id, name from company where id = ?", 3001).executeQuery());
        ids(bind("select id, name from company where id = ?", 3001).executeQuery());
        ids(bind("select id, name from company where id = ?", 3001).executeQuery());
        ids(bind("select id, name from company where id = ?", 3001).executeQuery());
    }

    @Scenario(id = "C43", story = "the country of each of twenty addresses, which lie in three countries")
    @Owes(value = "redundant-query", count = 20)
    void aLookUpTable() throws SQLException {
        for (long country : ids(
                bind("select country_id, id from address where id <= ?", 5520).executeQuery())) {
            ids(bind("select id, name from country where id = ?", country).executeQuery());
        }
    }

    @Scenario(id = "C52", story = "a transaction fails on a stale version and is tried three times")
    void optimisticRetries() throws Exception {
        connection.setAutoCommit(false);
        for (int attempt = 1; attempt <= 3; attempt++) {
            long[] order = longs(
                            bind("select id, version from orders where id = ?", 8001)
                                    .executeQuery(),
                            1,
                            2)
                    .get(0);
            ids(bind("select id from item where order_id = ?", order[0]).executeQuery());
            ids(bind("select id from users where id = ?", 2001).executeQuery());
            ids(bind("select id from company where id = ?", 3001).executeQuery());
            bind("update item set qty = 2 where order_id = ?", order[0]).executeUpdate();
            bind("update orders set state = 'paid' where id = ?", order[0]).executeUpdate();
            if (attempt < 3) {
                connection.rollback();
            } else {
                connection.commit();
            }
        }
    }
}
