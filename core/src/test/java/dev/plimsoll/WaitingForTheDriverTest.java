package dev.plimsoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.detect.Thresholds;
import dev.plimsoll.detect.Watch;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.ObservedTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A transaction is not idle while its thread waits for the driver, be it for a row. */
class WaitingForTheDriverTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicLong clock = new AtomicLong();
    private final List<ObservedTransaction> looks = new CopyOnWriteArrayList<>();
    private final List<Finding> findings = new CopyOnWriteArrayList<>();

    /** Keeps every look at an open transaction. */
    private final class Looks implements Watch {
        @Override
        public String kind() {
            return "looks";
        }

        @Override
        public void inspect(ObservedTransaction transaction, Thresholds thresholds, Consumer<Finding> found) {
            looks.add(transaction);
        }
    }

    @Test
    void aRowThatTakesLongIsNoIdleTransaction() throws Exception {
        DataSource watched = Plimsoll.builder(slow(DataSource.class, h2()))
                .clock(clock::get)
                .option("library-packages", WaitingForTheDriverTest.class.getName()) // holds the driver too
                .watch(new Looks())
                .reporter(findings::add)
                .wrap();
        Thread reader = new Thread(() -> read(watched));
        reader.start();
        asked.await();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(3));
        await().untilAsserted(() -> assertThat(looks).hasSizeGreaterThan(2));
        answer.countDown();
        reader.join();
        assertThat(looks).extracting(ObservedTransaction::idleNanos).containsOnly(0L);
        assertThat(findings).isEmpty();
    }

    private static JdbcDataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:waiting");
        return h2;
    }

    private static void read(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select table_name from information_schema.tables")) {
                rows.next();
            }
            connection.commit();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The driver's object, but that its results keep their rows back until they are let go. */
    private <T> T slow(Class<T> type, Object target) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("next")) {
                        asked.countDown();
                        answer.await();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        boolean isDrivers = List.of(Connection.class, Statement.class, ResultSet.class)
                                .contains(method.getReturnType());
                        return isDrivers ? slow(method.getReturnType(), result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
