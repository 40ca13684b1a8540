package dev.plimsoll.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.work.Mark;
import dev.plimsoll.work.Mark.Kind;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelinesTest {
    private static final int ORDERS = 20;
    private final Logbook logbook = Logbook.withTimelines();
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(ORDERS);
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    private LoggedUnit only() {
        assertThat(logbook.units()).hasSize(1);
        return logbook.units().get(0);
    }

    @Test
    void anNPlusOneIsAComb() throws Exception {
        Instant before = Instant.now();
        Shop.page(shop.watched(logbook));
        LoggedUnit unit = only();
        assertThat(unit.name()).isEqualTo("GET /orders");
        assertThat(unit.dataSource()).isEqualTo("shop");
        assertThat(unit.start()).isBetween(before, Instant.now());
        assertThat(unit.executions()).isEqualTo(ORDERS + 1);
        assertThat(unit.omitted()).isZero();
        assertThat(unit.statements()).extracting(LoggedUnit.Statement::shape).containsExactly(Shop.ORDERS, Shop.LINES);
        assertThat(unit.statements().get(1).callSite()).startsWith("dev.plimsoll.logbook.Shop.count(");

        List<Mark> comb = unit.timeline();
        assertThat(comb).hasSize(ORDERS + 1).allMatch(mark -> mark.kind() == Kind.AUTOCOMMITTED);
        assertThat(comb.get(0).rows()).isEqualTo(ORDERS);
        assertThat(comb.subList(1, comb.size())).allSatisfy(tooth -> {
            assertThat(tooth.statement()).isEqualTo(1);
            assertThat(tooth.rows()).isEqualTo(2);
            assertThat(tooth.times()).isEqualTo(1);
            assertThat(tooth.nanos()).isPositive();
        });
        for (int i = 1; i < comb.size(); i++) {
            Mark previous = comb.get(i - 1);
            assertThat(comb.get(i).offsetNanos()).isGreaterThanOrEqualTo(previous.offsetNanos() + previous.nanos());
        }
        Mark last = comb.get(comb.size() - 1);
        assertThat(unit.nanos()).isEqualTo(last.offsetNanos() + last.nanos());
    }

    @Test
    void theEndsOfTransactionsAndFailuresAreMarked() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        UnitOfWork.run("two transactions", () -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("update orders set customer = 'x'");
                connection.commit();
                statement.execute("delete from orders where id = 1");
                assertThatThrownBy(() -> statement.execute("insert into orders(id) values (2)"))
                        .isInstanceOf(SQLException.class);
                connection.rollback();
            }
            return true;
        });
        assertThat(only().timeline())
                .extracting(Mark::kind)
                .containsExactly(Kind.EXECUTED, Kind.COMMITTED, Kind.EXECUTED, Kind.FAILED, Kind.ROLLED_BACK);
        assertThat(only().timeline()).extracting(Mark::statement).containsExactly(0, -1, 1, 2, -1);
        assertThat(only().transactions()).isEqualTo(2);
    }

    @Test
    void aLoopThatIsTooLongIsFolded() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        UnitOfWork.run("long", () -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement of = connection.prepareStatement(Shop.LINES)) {
                for (int i = 0; i < 3_000; i++) {
                    of.setInt(1, 1 + i % ORDERS);
                    Shop.count(of);
                }
            }
            return true;
        });
        LoggedUnit unit = only();
        assertThat(unit.omitted()).isZero();
        assertThat(unit.timeline().size()).isBetween(200, Logbook.MAX_MARKS);
        assertThat(unit.timeline().stream().mapToLong(Mark::times).sum()).isEqualTo(3_000);
        assertThat(unit.timeline().stream().mapToLong(Mark::rows).sum()).isEqualTo(6_000);
    }

    @Test
    void whatCannotBeFoldedIsCounted() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        UnitOfWork.run("to and fro", () -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement of = connection.prepareStatement(Shop.LINES);
                    PreparedStatement order = connection.prepareStatement("select id from orders where id = ?")) {
                for (int i = 0; i < 400; i++) {
                    of.setInt(1, 1);
                    Shop.count(of);
                    order.setInt(1, 1);
                    Shop.count(order);
                }
            }
            return true;
        });
        assertThat(only().timeline()).hasSize(Logbook.MAX_MARKS);
        assertThat(only().omitted()).isEqualTo(300);
        assertThat(only().executions()).isEqualTo(800);
    }

    @Test
    void theOldestUnitsLeaveWhenTheMemoryIsFull() throws Exception {
        Logbook small = Logbook.withTimelines(10_000);
        DataSource dataSource = shop.watched(small);
        for (int i = 0; i < 100; i++) {
            UnitOfWork.run("unit " + i, () -> {
                Shop.execute(dataSource, Shop.ORDERS);
                return true;
            });
        }
        assertThat(small.units()).hasSizeBetween(5, 50);
        assertThat(small.units().get(0).name()).isEqualTo("unit 99");
        assertThat(small.units().get(1).name()).isEqualTo("unit 98");
    }

    @Test
    void unitsAreJson() throws Exception {
        Shop.page(shop.watched(logbook));
        JsonNode unit = new ObjectMapper().readTree(logbook.unitsToJson()).get(0);
        assertThat(unit.at("/name").asText()).isEqualTo("GET /orders");
        assertThat(unit.at("/timeline")).hasSize(ORDERS + 1);
        assertThat(unit.at("/timeline/1/kind").asText()).isEqualTo("autocommitted");
        assertThat(unit.at("/statements/1/shape").asText()).isEqualTo(Shop.LINES);
    }

    @Test
    void aUnitAndWhatWasFoundInItKnowEachOther() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        Shop.page(dataSource);
        Shop.page(dataSource);
        LoggedFinding found = logbook.findings().stream()
                .filter(each -> each.finding().kind().equals("n-plus-one"))
                .findFirst()
                .orElseThrow();
        LoggedUnit unit = logbook.unit(found.unit()).orElseThrow();
        assertThat(unit.number()).isEqualTo(logbook.lastUnit());
        assertThat(unit.findings()).contains(found.finding().id());
        assertThat(logbook.unitSummaries()).hasSize(2).allSatisfy(summary -> {
            assertThat(summary.findings()).contains(found.finding().id());
            assertThat(summary.statements()).isEqualTo(2);
        });
        assertThat(logbook.unit(found.unit() + 1)).isEmpty();
    }

    @Test
    void whatIsFoundBeforeTheEndOfAUnitBelongsToIt() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        UnitOfWork.run("left open", () -> {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                Shop.execute(connection, "update orders set customer = 'x'");
            }
            return true;
        });
        assertThat(logbook.findings()).extracting(LoggedFinding::unit).contains(only().number());
        assertThat(only().findings()).isNotEmpty();
    }

    @Test
    void marksTellTransactionsOfTwoConnectionsApart() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        UnitOfWork.run("one in the other", () -> {
            try (Connection outer = dataSource.getConnection();
                    Connection inner = dataSource.getConnection()) {
                outer.setAutoCommit(false);
                inner.setAutoCommit(false);
                Shop.execute(outer, Shop.ORDERS);
                Shop.execute(inner, Shop.ORDERS);
                inner.commit();
                Shop.execute(outer, Shop.ORDERS);
                outer.commit();
            }
            return true;
        });
        List<Long> transactions =
                only().timeline().stream().map(Mark::transaction).toList();
        long outer = transactions.get(0);
        long inner = transactions.get(1);
        assertThat(outer).isPositive().isNotEqualTo(inner);
        assertThat(transactions).containsExactly(outer, inner, inner, outer, outer);
    }

    @Test
    void aListOfUnitsIsJsonWithoutTimelines() throws Exception {
        Shop.page(shop.watched(logbook));
        JsonNode listed =
                new ObjectMapper().readTree(LogbookJson.units(logbook)).get(0);
        assertThat(listed.at("/executions").asInt()).isEqualTo(ORDERS + 1);
        assertThat(listed.has("timeline")).isFalse();
        JsonNode unit = new ObjectMapper()
                .readTree(LogbookJson.unit(
                        logbook.unit(listed.at("/number").asLong()).orElseThrow()));
        assertThat(unit.at("/timeline")).hasSize(ORDERS + 1);
        JsonNode summary = new ObjectMapper().readTree(LogbookJson.summary(logbook));
        assertThat(summary.at("/lastUnit")).isEqualTo(listed.at("/number"));
        assertThat(summary.at("/findings/warning").asInt()
                        + summary.at("/findings/error").asInt())
                .isPositive();
    }

    @Test
    void theMemoryForThemMustNotBeNothing() {
        assertThatThrownBy(() -> Logbook.withTimelines(0)).hasMessageContaining("0 bytes");
    }
}
