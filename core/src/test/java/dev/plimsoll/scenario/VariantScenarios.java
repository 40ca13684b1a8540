package dev.plimsoll.scenario;

import static dev.plimsoll.scenario.Scenario.Database.POSTGRESQL;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The other known mistakes in other clothes. */
final class VariantScenarios extends Scenarios {

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

    @Scenario(id = "P67", story = "sixty rows are merged one by one")
    @Owes(value = "row-by-row-write", count = 60)
    void mergedOneByOne() throws Exception {
        transaction(() -> {
            for (long user = 2001; user <= 2060; user++) {
                bind("merge into users (id, login) key (id) values (?, ?)", user, "new " + user)
                        .executeUpdate();
            }
        });
    }

    @Scenario(id = "P68", story = "the first ten rows in no order, in the words of the standard and of SQL Server")
    @Owes(value = "limit-without-order", times = 2)
    void otherWordsForALimit() throws SQLException {
        ids(bind("select id, title from post fetch first 10 rows only").executeQuery());
        ids(bind("select top 10 id, text from comment").executeQuery());
    }

    @Scenario(id = "P69", story = "each post is saved by a transaction that also writes an audit row")
    @Owes("commit-per-save")
    void twoWritesInEachTransaction() throws Exception {
        for (long post = 1001; post <= 1020; post++) {
            long saved = post;
            transaction(() -> {
                bind("update post set title = ? where id = ?", "saved", saved).executeUpdate();
                bind("insert into audit (post_id) values (?)", saved).executeUpdate();
            });
        }
    }

    @Scenario(id = "P74", story = "sixty rows are written by execute()")
    @Owes(value = "row-by-row-write", count = 60)
    void writtenByExecute() throws Exception {
        transaction(() -> {
            for (long post = 1001; post <= 1060; post++) {
                bind("insert into audit (post_id) values (?)", post).execute();
            }
        });
    }

    @Scenario(id = "P75", on = POSTGRESQL, story = "twenty inserts return their ids")
    @Owes(value = "row-by-row-write", count = 20)
    void insertsThatReturn() throws Exception {
        given("create table audit (id bigserial, post_id bigint)");
        transaction(() -> {
            for (long post = 1001; post <= 1020; post++) {
                ids(bind("insert into audit (post_id) values (?) returning id", post)
                        .executeQuery());
            }
        });
    }
}
