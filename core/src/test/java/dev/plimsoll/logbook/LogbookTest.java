package dev.plimsoll.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.UnitOfWork;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogbookTest {
    private static final int ORDERS = 20;
    private final Logbook logbook = Logbook.create();
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(ORDERS);
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    private StatementTotal only(String shape) {
        List<StatementTotal> found = logbook.statements(Logbook.Order.TIME, 100).statements().stream()
                .filter(total -> total.shape().equals(shape))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void everyExecutionIsCountedAtItsCallSite() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        Shop.page(dataSource);
        Shop.page(dataSource);

        StatementTotal lines = only(Shop.LINES);
        assertThat(lines.dataSource()).isEqualTo("shop");
        assertThat(lines.callSite()).startsWith("dev.plimsoll.logbook.Shop.count(Shop.java:");
        assertThat(lines.fingerprint()).matches("[0-9a-f]{16}");
        assertThat(lines.totals().executions()).isEqualTo(2 * ORDERS);
        assertThat(lines.totals().rows()).isEqualTo(4 * ORDERS);
        assertThat(lines.totals().longestNanos())
                .isPositive()
                .isLessThan(lines.totals().nanos());
        assertThat(only(Shop.ORDERS).totals().executions()).isEqualTo(2);
    }

    @Test
    void plainUnitsFailuresAndBatchesAreCountedToo() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        Shop.execute(dataSource, "update orders set customer = 'x' where id = 1");
        assertThatThrownBy(() -> Shop.execute(dataSource, "insert into orders(id) values (1)"))
                .isInstanceOf(SQLException.class);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into line(id, order_id) values (?, 1)")) {
            for (int id = 1_000; id < 1_005; id++) {
                insert.setInt(1, id);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        assertThat(only("update orders set customer = ? where id = ?").totals().executions())
                .isEqualTo(1);
        assertThat(logbook.statements(Logbook.Order.TIME, 10).statements())
                .filteredOn(total -> total.shape().startsWith("insert into orders"))
                .extracting(StatementTotal::totals)
                .containsExactly(new ExecutionTotals(0, 1, 0, 0, 0, 0, 0));
        ExecutionTotals batch = logbook.statements(Logbook.Order.EXECUTIONS, 10).statements().stream()
                .map(StatementTotal::totals)
                .filter(totals -> totals.batches() > 0)
                .findAny()
                .orElseThrow();
        assertThat(batch.executions()).isEqualTo(1);
        assertThat(batch.batches()).isEqualTo(1);
        assertThat(batch.batchedRows()).isEqualTo(5);
    }

    @Test
    void whatIsNotShownIsAmongTheOthers() throws Exception {
        Shop.page(shop.watched(logbook));
        TopStatements all = logbook.statements(Logbook.Order.EXECUTIONS, 10);
        TopStatements one = logbook.statements(Logbook.Order.EXECUTIONS, 1);
        assertThat(one.statements())
                .singleElement()
                .satisfies(top -> assertThat(top.shape()).isEqualTo(Shop.LINES));
        assertThat(one.others().executions()).isEqualTo(1);
        assertThat(one.all()).isEqualTo(all.all());
        assertThat(all.others()).isEqualTo(ExecutionTotals.NONE);
        assertThat(logbook.statements(Logbook.Order.ROWS, 0).others()).isEqualTo(all.all());
    }

    @Test
    void aUnitThatGoesOnIsCountedAboutEverySecond() throws Exception {
        AtomicLong clock = new AtomicLong();
        DataSource dataSource =
                shop.watched().logbook(logbook, "shop").clock(clock::get).wrap();
        try (UnitOfWork unit = UnitOfWork.begin("a long job")) {
            assertThat(unit.name()).isEqualTo("a long job");
            Shop.execute(dataSource, "select customer from orders where id = 1");
            assertThat(logbook.statements(Logbook.Order.TIME, 10).all().executions())
                    .isZero();
            clock.addAndGet(TimeUnit.SECONDS.toNanos(2));
            Shop.execute(dataSource, "select customer from orders where id = 2");
            assertThat(logbook.statements(Logbook.Order.TIME, 10).all().executions())
                    .isEqualTo(1);
        }
        assertThat(logbook.statements(Logbook.Order.TIME, 10).all().executions())
                .isEqualTo(2);
    }

    @Test
    void rowsThatAreReadAfterTheirUnitAreCounted() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement orders = connection.prepareStatement(Shop.ORDERS)) {
            ResultSet rows = UnitOfWork.run("begins to read", orders::executeQuery);
            while (rows.next()) {
                assertThat(rows.getInt(1)).isPositive();
            }
            rows.close();
        }
        assertThat(only(Shop.ORDERS).totals().rows()).isEqualTo(ORDERS);
    }

    @Test
    void aFindingIsCountedOnceForEachUnitHoweverLongThatRuns() throws Exception {
        Instant before = Instant.now();
        List<Finding> reported = new ArrayList<>();
        DataSource dataSource =
                shop.watched().reporter(reported::add).logbook(logbook, "shop").wrap();
        UnitOfWork.run("GET /all", () -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement of = connection.prepareStatement("select title from line where id = 1")) {
                for (int i = 0; i < 3_500; i++) {
                    Shop.count(of);
                }
            }
            return true;
        });
        assertThat(logbook.findings()).singleElement().satisfies(logged -> {
            assertThat(logged.finding().kind()).isEqualTo("redundant-query");
            assertThat(logged.finding().count()).isEqualTo(3_500);
            assertThat(logged.dataSource()).isEqualTo("shop");
            assertThat(logged.times()).isEqualTo(1);
            assertThat(logged.timeLostMicrosTotal()).isEqualTo(logged.finding().timeLostMicros());
            assertThat(logged.first()).isAfterOrEqualTo(before);
            assertThat(logged.last()).isAfterOrEqualTo(logged.first());
        });
        assertThat(reported).isNotEmpty();
    }

    @Test
    void aFindingIsCountedForEachUnit() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        Shop.page(dataSource);
        Shop.page(dataSource);
        assertThat(logbook.findings())
                .filteredOn(logged -> logged.finding().kind().equals("n-plus-one"))
                .singleElement()
                .satisfies(logged -> assertThat(logged.times()).isEqualTo(2));
    }

    @Test
    void nothingIsEnteredOfADataSourceWithoutALogbook() throws Exception {
        DataSource logged = shop.watched(logbook);
        Shop.page(shop.watched().wrap());
        assertThat(logbook.statements(Logbook.Order.TIME, 10).all()).isEqualTo(ExecutionTotals.NONE);
        assertThat(logbook.findings()).isEmpty();
        Shop.page(logged);
        assertThat(logbook.statements(Logbook.Order.TIME, 10).all().executions())
                .isEqualTo(ORDERS + 1);
        assertThat(logbook.units()).as("without timelines").isEmpty();
    }

    @Test
    void allOfItIsJsonWithoutAnyValue() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        UnitOfWork.run("secrets", () -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement by = connection.prepareStatement(
                            "select id from orders where customer = ? or customer = '\"4711\"'")) {
                for (int i = 0; i < 10; i++) {
                    by.setString(1, "4712");
                    Shop.count(by);
                }
            }
            return true;
        });
        String json = logbook.toJson(10);
        assertThat(json).doesNotContain("4711").doesNotContain("4712");
        JsonNode read = new ObjectMapper().readTree(json);
        for (String order : List.of("time", "executions", "rows")) {
            assertThat(read.at("/statements/" + order + "/top/0/executions").asLong())
                    .isEqualTo(10);
            assertThat(read.at("/statements/" + order + "/all/executions").asLong())
                    .isEqualTo(10);
        }
        assertThat(read.at("/findings/0/finding/kind").asText()).isEqualTo("redundant-query");
        assertThat(read.at("/findings/0/times").asLong()).isEqualTo(1);
        assertThat(read.at("/transactions").isArray()).isTrue();
        assertThat(read.at("/nodes").isArray()).isTrue();
        assertThat(new ObjectMapper().readTree(logbook.unitsToJson())).isEmpty();
    }

    @Test
    void itHoldsNoDataSourceBack() throws Exception {
        WeakReference<DataSource> dataSource = new WeakReference<>(used());
        await().untilAsserted(() -> {
            System.gc();
            assertThat(dataSource.get()).isNull();
        });
        assertThat(logbook.transactions()).isEmpty();
        assertThat(logbook.statements(Logbook.Order.TIME, 10).all().executions())
                .isEqualTo(ORDERS + 1);
    }

    private DataSource used() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        Shop.page(dataSource);
        return dataSource;
    }
}
