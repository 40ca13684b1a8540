package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Severity.INFO;

import dev.plimsoll.detect.Profile;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** What belongs together and what does not: threads, data sources, schemas, set-up. */
final class UnitScenarios extends Scenarios {

    @Scenario(id = "C17", story = "one select is sent to each of eight shards")
    void eightShards() throws SQLException {
        List<DataSource> shards = new ArrayList<>();
        for (int shard = 1; shard <= 8; shard++) {
            shards.add(stage.watched(stage.h2("shard" + shard)));
        }
        long id = 2000;
        for (DataSource shard : shards) {
            try (Connection own = shard.getConnection()) {
                ids(bind(own, "select id, login from users where id = ?", ++id).executeQuery());
            }
        }
    }

    @Scenario(
            id = "C19",
            profile = Profile.TEST,
            story = "a test's set-up inserts and selects thirty times, its body asks three questions")
    void setUpOfATest() throws Exception {
        silently(this::factory);
        ids(bind("select id from post where blog = ?", 200).executeQuery());
        ids(bind("select id, name from blog where id = ?", 200).executeQuery());
        ids(bind("select count(*) from comment").executeQuery());
    }

    private void factory() throws SQLException {
        bind("insert into blog values (?, ?)", 200, "blog").executeUpdate();
        for (long post = 1200; post < 1230; post++) {
            bind("insert into post (id, blog) values (?, ?)", post, 200).executeUpdate();
            ids(bind("select id, title from post where id = ?", post).executeQuery());
        }
    }

    @Scenario(
            id = "C20",
            profile = Profile.TEST,
            story = "factories run in the middle of a test that asks as they do, but less often")
    void factoriesInATest() throws Exception {
        ids(bind("select id, title from post where id = ?", 1001).executeQuery());
        silently(this::factory);
        ids(bind("select id, title from post where id = ?", 1201).executeQuery());
    }

    @Scenario(id = "C23", story = "the items of forty orders are read by eight threads of one request", oneUnit = false)
    @Owes(value = "n-plus-one", count = 40)
    void childrenOnEightThreads() throws Exception {
        try (UnitOfWork request = UnitOfWork.begin("C23")) {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (long order : ids(bind("select id, state from orders").executeQuery())) {
                tasks.add(request.wrap(() -> items(order)));
            }
            onThreads(8, tasks);
        }
    }

    private int items(long order) throws SQLException {
        try (Connection own = dataSource.getConnection()) {
            return walk(bind(own, "select id, qty from item where order_id = ?", order)
                    .executeQuery());
        }
    }

    @Scenario(id = "C38", story = "a data source is wrapped twice by mistake")
    void wrappedTwice() throws SQLException {
        try (Connection twice = stage.watched(dataSource).getConnection()) {
            for (long order = 8001; order <= 8004; order++) {
                ids(bind(twice, "select id, qty from item where order_id = ?", order)
                        .executeQuery());
            }
        }
    }

    @Scenario(id = "C46", story = "a scheduler's thread asks every five seconds, for three hours", oneUnit = false)
    void pollingWithoutAUnit() throws SQLException {
        for (int tick = 0; tick < 2_160; tick++) {
            ids(bind("select id, version from orders where state = ? order by id limit 10", "shipped")
                    .executeQuery());
            Time.passMillis(5_000);
        }
    }

    @Scenario(id = "C53", story = "a count in the schema of each of ten tenants")
    @Owes(severity = INFO)
    void tenTenants() throws Exception {
        for (int tenant = 1; tenant <= 10; tenant++) {
            given("create schema tenant_" + tenant, "create table tenant_%d.invoice (id bigint)".formatted(tenant));
        }
        for (int tenant = 1; tenant <= 10; tenant++) {
            statement().execute("set schema tenant_" + tenant);
            ids(statement().executeQuery("select count(*) from invoice"));
        }
    }

    @Scenario(
            id = "C56",
            profile = Profile.TEST,
            story = "a test checks the rows that its action has written, one by one")
    void assertionsOfATest() throws Exception {
        transaction(() -> bind("insert into audit (post_id) values (?), (?), (?)", 1001, 1002, 1003)
                .executeUpdate());
        silently(() -> {
            for (long post = 1001; post <= 1003; post++) {
                ids(bind("select id from audit where post_id = ?", post).executeQuery());
            }
        });
    }

    @Scenario(id = "C59", story = "a request starts a thread for each of forty orders", oneUnit = false)
    @Owes(value = "n-plus-one", count = 40)
    void aThreadForEachOrder() throws Exception {
        try (UnitOfWork request = UnitOfWork.begin("C59")) {
            onThreads(
                    aThreadForEachTask(),
                    LongStream.rangeClosed(8001, 8040)
                            .mapToObj(order -> request.wrap(() -> items(order)))
                            .toList());
        }
    }

    @Scenario(id = "C59b", story = "the same, but the threads do not know of the request", oneUnit = false)
    void aThreadForEachOrderOnItsOwn() throws Exception {
        unit(
                "C59b",
                () -> onThreads(
                        aThreadForEachTask(),
                        LongStream.rangeClosed(8001, 8040)
                                .<Callable<Integer>>mapToObj(order -> () -> items(order))
                                .toList()));
        Time.passMillis(2_000);
        Sweep.passes();
    }

    /** Virtual threads where the JVM has them. */
    private static ExecutorService aThreadForEachTask() throws ReflectiveOperationException {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException e) {
            return Executors.newFixedThreadPool(40);
        }
    }

    @Scenario(id = "C90", story = "fifty messages, each a unit and a transaction of its own", oneUnit = false)
    void aTransactionForEachMessage() throws Exception {
        for (long post = 1001; post <= 1050; post++) {
            long message = post;
            unit(
                    "audit message",
                    () -> transaction(() -> bind("insert into audit (post_id) values (?)", message)
                            .executeUpdate()));
        }
    }
}
