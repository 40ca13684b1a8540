package dev.plimsoll.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.sql.SqlAnalyzer;
import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.UnitOfWork;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogbookBoundsTest {
    private static final int THREADS = 4;
    private static final int TEXTS = 100_000;
    private static final long LIMIT = 16L << 20;
    private static final int UNITS = 20_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aHundredThousandDifferentStatementsStayInBoundsAndNoneIsLost() throws Exception {
        AtomicReference<StatementTable> table = new AtomicReference<>(new StatementTable());
        fill(table.get());
        assertNoneIsLost(table.get());
        assertThat(heldByAlone(table))
                .as("bytes held")
                .isGreaterThan(LIMIT / 100)
                .isLessThan(LIMIT);
    }

    private static void assertNoneIsLost(StatementTable table) {
        TopStatements top = table.top(Logbook.Order.TIME, Integer.MAX_VALUE);
        assertThat(top.statements().size()).isBetween(Logbook.MAX_STATEMENTS / 2, Logbook.MAX_STATEMENTS);
        assertThat(top.statements().get(0).shape()).isEqualTo("select a from hot where id = ?");
        assertThat(top.statements().get(0).totals().executions()).isEqualTo(TEXTS);
        assertThat(top.all()).isEqualTo(new ExecutionTotals(2 * TEXTS, 0, 4L * TEXTS, 3, 2L * TEXTS, 0, 0));
        assertThat(table.top(Logbook.Order.TIME, 1).all()).isEqualTo(top.all());
    }

    private void fill(StatementTable table) throws Exception {
        SqlAnalyzer analyzer = new SqlAnalyzer(Dialect.H2);
        AtomicInteger next = new AtomicInteger();
        inAllThreads(() -> {
            for (int i = next.getAndIncrement(); i < TEXTS; i = next.getAndIncrement()) {
                execute(table, analyzer.facts("select a from hot where id = " + i), 3);
                execute(table, analyzer.facts("select a from t" + i + " where id = 1"), 1);
            }
            return true;
        });
    }

    private static void execute(StatementTable table, SqlFacts facts, long nanos) {
        StatementEntry entry = table.entry("shop", facts, "", null);
        entry.counter.add(1, 0, nanos, nanos, 1, 0, 0);
        table.added(entry);
    }

    @Test
    void totalsAreExactHoweverManyWriteAndReadAtOnce() throws Exception {
        int units = 50;
        int orders = 5;
        Logbook logbook = Logbook.withTimelines(100_000);
        try (Shop shop = new Shop(orders)) {
            DataSource dataSource = shop.watched(logbook);
            AtomicBoolean over = new AtomicBoolean();
            Future<Boolean> reader = threads.submit(() -> {
                while (!over.get()) {
                    logbook.statements(Logbook.Order.ROWS, 10);
                    logbook.units();
                    logbook.toJson(10);
                }
                return true;
            });
            inAllThreads(() -> {
                for (int i = 0; i < units; i++) {
                    Shop.page(dataSource);
                    transaction(dataSource);
                }
                return true;
            });
            over.set(true);
            assertThat(reader.get()).isTrue();
            ExecutionTotals all = logbook.statements(Logbook.Order.ROWS, 10).all();
            assertThat(all.executions()).isEqualTo(THREADS * units * (orders + 2L));
            assertThat(all.rows()).isEqualTo(THREADS * units * (orders + 2L * orders));
            assertThat(logbook.findings())
                    .filteredOn(logged -> logged.finding().kind().equals("n-plus-one"))
                    .singleElement()
                    .satisfies(logged -> assertThat(logged.times()).isEqualTo(THREADS * units));
        }
    }

    /** Units with names and statements of their own, so that little is shared; more than there is room for. */
    @Test
    void timelinesStayInBoundsHoweverManyUnitsThereAre() throws Exception {
        AtomicReference<Logbook> with = new AtomicReference<>(Logbook.withTimelines());
        AtomicReference<Logbook> without = new AtomicReference<>(Logbook.create());
        manyUnits(with.get());
        manyUnits(without.get());
        assertTheLastUnitsAreKept(with.get().unitSummaries());
        assertThat(heldByAlone(with) - heldByAlone(without))
                .as("bytes held by timelines")
                .isGreaterThan(LIMIT / 100)
                .isLessThan(LIMIT);
    }

    private static void assertTheLastUnitsAreKept(List<LoggedUnit.Summary> kept) {
        assertThat(kept.size()).isBetween(UNITS / 4, UNITS - 1);
        assertThat(kept.get(0).name()).isEqualTo("GET /orders/" + (UNITS - 1));
    }

    private static void manyUnits(Logbook logbook) throws Exception {
        try (Shop shop = new Shop(5)) {
            DataSource dataSource = shop.watched(logbook);
            for (int i = 0; i < UNITS; i++) {
                String own = "select title as title_of_unit_" + i + " from line where order_id = ?";
                UnitOfWork.run("GET /orders/" + i, () -> unit(dataSource, own));
            }
        }
    }

    private static boolean unit(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lines = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 10; i++) {
                lines.setInt(1, i);
                Shop.count(lines);
            }
        }
        return true;
    }

    private static void transaction(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update line set title = ? where id = -1")) {
            connection.setAutoCommit(false);
            update.setString(1, "x");
            update.executeUpdate();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void inAllThreads(Callable<Boolean> task) throws Exception {
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(task));
        }
        for (Future<Boolean> each : running) {
            assertThat(each.get()).isTrue();
        }
        assertThat(UnitOfWork.current()).isNull();
    }

    /** What becomes free with {@code last}; looked at at once, for the JVM's other tenants leave things and take them away. */
    private static long heldByAlone(AtomicReference<?> last) {
        long with = usedHeap();
        WeakReference<?> gone = new WeakReference<>(last.getAndSet(null));
        await().until(() -> {
            System.gc();
            return gone.get() == null;
        });
        return with - usedHeap();
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
