package dev.plimsoll.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.work.ObservedTransaction.State;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenTransactionsTest {
    private final Logbook logbook = Logbook.create();
    private final ExecutorService threads = Executors.newSingleThreadExecutor(task -> new Thread(task, "checkout"));
    private final CountDownLatch paid = new CountDownLatch(1);
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(5);
    }

    @AfterEach
    void close() throws SQLException {
        threads.shutdownNow();
        shop.close();
    }

    @Test
    void showWhereTheirOwnersAre() throws Exception {
        DataSource dataSource = shop.watched(logbook);
        Future<?> checkout = threads.submit(() -> checkout(dataSource));
        await().untilAsserted(() -> assertThat(logbook.transactions())
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.state()).isEqualTo(State.IDLE);
                    assertThat(open.stack()).isNotEmpty();
                    assertThat(open.stack().get(0))
                            .startsWith("dev.plimsoll.logbook.OpenTransactionsTest.waitForPayment(");
                    assertThat(open.stack().get(1)).startsWith("dev.plimsoll.logbook.OpenTransactionsTest.checkout(");
                }));
        LoggedTransaction open = logbook.transactions().get(0);
        assertThat(open.dataSource()).isEqualTo("shop");
        assertThat(open.unit()).isEqualTo("POST /checkout");
        assertThat(open.thread()).isEqualTo("checkout");
        assertThat(open.statements()).isEqualTo(2);
        assertThat(open.lastShape()).isEqualTo("update line set title = ?");
        assertThat(open.writtenTables()).containsExactly("orders", "line");
        assertThat(open.idleNanos()).isPositive().isLessThan(open.ageNanos());
        assertThat(logbook.statements(Logbook.Order.TIME, 10).all().executions())
                .as("executions so far")
                .isEqualTo(2);
        assertThat(logbook.toJson(10)).contains("waitForPayment", "\"state\":\"idle\"");

        paid.countDown();
        checkout.get();
        assertThat(logbook.transactions()).isEmpty();
    }

    private Void checkout(DataSource dataSource) throws Exception {
        return UnitOfWork.run("POST /checkout", () -> {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("update orders set customer = 'x'");
                statement.execute("update line set title = 'y'");
                waitForPayment();
                connection.commit();
            }
            return null;
        });
    }

    private void waitForPayment() throws InterruptedException {
        paid.await();
    }
}
