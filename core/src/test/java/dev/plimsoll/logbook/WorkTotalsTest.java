package dev.plimsoll.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.logbook.WorkTotals.Kind;
import dev.plimsoll.work.Mark;
import dev.plimsoll.work.UnitOfWork;
import dev.plimsoll.work.UnitTotals;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkTotalsTest {
    private final WorkTotals totals = WorkTotals.create();
    private Shop shop;
    private DataSource dataSource;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(5);
        dataSource = shop.watched().totals(totals).wrap();
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }

    @Test
    void addUpByWhatStatementsSetOutToDo() throws Exception {
        int lines = Shop.page(dataSource);
        Shop.execute(dataSource, "update line set title = 'x' where id = 1");
        Shop.execute(dataSource, "create table other(id int)");
        assertThat(totals.executions(Kind.READ).executions()).isEqualTo(6);
        assertThat(totals.executions(Kind.READ).rows()).isEqualTo(5 + lines);
        assertThat(totals.executions(Kind.READ).nanos()).isPositive();
        assertThat(totals.executions(Kind.WRITE).executions()).isOne();
        assertThat(totals.executions(Kind.OTHER).executions()).isOne();
    }

    @Test
    void areKeptBesideALogbook() throws Exception {
        Logbook logbook = Logbook.create();
        WorkTotals beside = WorkTotals.create();
        Shop.page(shop.watched().logbook(logbook, "shop").totals(beside).wrap());
        assertThat(beside.executions(Kind.READ).executions()).isEqualTo(6);
        assertThat(logbook.statements(Logbook.Order.TIME, 10).all().executions())
                .isEqualTo(6);
    }

    @Test
    void knowTheTransactionsThatAreOpenAndHearOfTheirEnd() throws SQLException {
        List<Mark.Kind> ends = new ArrayList<>();
        totals.whenTransactionsEnd((how, nanos) -> ends.add(nanos > 0 ? how : Mark.Kind.FAILED));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update line set title = 'y' where id = 1");
            assertThat(totals.openTransactions()).isOne();
            assertThat(totals.idleTransactions()).isOne();
            connection.commit();
            assertThat(totals.openTransactions()).isZero();
            statement.executeUpdate("update line set title = 'z' where id = 1");
            connection.rollback();
            connection.commit();
        }
        assertThat(ends).containsExactly(Mark.Kind.COMMITTED, Mark.Kind.ROLLED_BACK);
    }

    @Test
    void leaveOutWhatIsDoneSilently() {
        UnitOfWork.silently(() -> {
            try {
                Shop.execute(dataSource, "select 1 from line");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(totals.executions(Kind.READ).executions()).isZero();
    }

    @Test
    void aUnitKnowsItsOwnSums() throws SQLException {
        UnitTotals before;
        UnitOfWork unit = UnitOfWork.begin("GET /lines");
        try (unit;
                Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select id from orders where id < 4").close();
            statement.executeUpdate("update line set title = 'y' where id = 1");
            before = unit.totals();
        }
        assertThat(before.statements()).isEqualTo(2);
        assertThat(before.nanos()).isPositive();
        assertThat(unit.totals()).isEqualTo(UnitTotals.NONE);
    }
}
