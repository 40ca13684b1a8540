package dev.plimsoll.scenario;

import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Reading in chunks and pages. */
final class ChunkScenarios extends Scenarios {
    private static final String NEXT_PAGE = "select id, name from customer where id > ? order by id limit 100";

    private static void readIn(Connection connection, String column, LongStream ids) throws SQLException {
        Object[] list = ids.boxed().toArray();
        String parameters = LongStream.range(0, list.length).mapToObj(i -> "?").collect(Collectors.joining(", "));
        ids(bind(connection, "select id, text from comment where " + column + " in (" + parameters + ")", list)
                .executeQuery());
    }

    @Scenario(id = "C32", story = "the children of 60 posts, 25 posts at a time")
    void chunksOf25() throws SQLException {
        List<Long> posts = ids(bind("select id from post").executeQuery());
        for (int first = 0; first < 60; first += 25) {
            int start = first;
            readIn(connection, "post_id", LongStream.range(0, 25).map(i -> posts.get((int) Math.min(59, start + i))));
        }
    }

    @Scenario(id = "C33", story = "the children of 60 posts, two posts at a time")
    @Owes(value = "n-plus-one", count = 30)
    void chunksOf2() throws SQLException {
        List<Long> posts = ids(bind("select id from post").executeQuery());
        for (int first = 0; first < 60; first += 2) {
            readIn(connection, "post_id", LongStream.of(posts.get(first), posts.get(first + 1)));
        }
    }

    @Scenario(id = "C36", story = "a loader reads a thousand rows in two chunks of 500")
    void chunksOf500() throws SQLException {
        for (long first = 1; first <= 501; first += 500) {
            readIn(connection, "post_id", LongStream.range(first, first + 500));
        }
    }

    @Scenario(
            id = "C42",
            story = "a loader called by parallel resolvers asks for 40 rows at a tick, three times",
            oneUnit = false)
    void threeTicksOfALoader() throws Exception {
        try (UnitOfWork request = UnitOfWork.begin("C42")) {
            onThreads(3, List.of(tick(request, 10_001), tick(request, 10_041), tick(request, 10_081)));
        }
    }

    private Callable<Integer> tick(UnitOfWork request, long first) {
        return request.wrap(() -> {
            try (Connection own = dataSource.getConnection()) {
                readIn(own, "id", LongStream.range(first, first + 40));
                return 1;
            }
        });
    }

    @Scenario(id = "C47", story = "fifty pages, each from the last key of the page before")
    void pagesByKey() throws Exception {
        givenCustomers();
        long last = 0;
        for (int page = 0; page < 50; page++) {
            List<Long> ids = ids(bind(NEXT_PAGE, last).executeQuery());
            last = ids.get(ids.size() - 1);
        }
    }

    @Scenario(id = "C48", story = "fifty pages by offset, as far as 4,900")
    @Owes("deep-offset")
    void pagesByOffset() throws Exception {
        givenCustomers();
        for (int offset = 0; offset < 5_000; offset += 100) {
            ids(bind("select id, name from customer order by id limit 100 offset ?", offset)
                    .executeQuery());
        }
    }

    private void givenCustomers() throws Exception {
        given(
                "create table customer (id bigint primary key, name varchar(40))",
                "insert into customer select 50000 + x, 'customer ' || x from system_range(1, 5000)");
    }
}
