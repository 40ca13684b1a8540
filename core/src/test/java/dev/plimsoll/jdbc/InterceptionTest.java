package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.zaxxer.hikari.HikariDataSource;
import dev.plimsoll.testing.Database;
import dev.plimsoll.testing.Logged;
import dev.plimsoll.work.ObservedStatement;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.CommonDataSource;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What wrapping a data source makes of it. */
class InterceptionTest {
    private final RecordingDriver driver = new RecordingDriver();
    private final Recording recording = new Recording();
    private final Interception interception = recording.interception;

    @AfterEach
    void closeRecording() {
        recording.close();
    }

    @TestFactory
    @DisplayName(
            "S5 S6: the wrapper is exactly those kinds of data source that its delegate is, and closeable if that is")
    Stream<DynamicTest> isOfTheKindsOfItsDelegate() {
        List<Class<?>> kinds = List.of(DataSource.class, XADataSource.class, ConnectionPoolDataSource.class);
        return IntStream.range(2, 16).mapToObj(bits -> {
            List<Class<?>> chosen = new ArrayList<>();
            IntStream.range(0, 3).filter(i -> (bits & 2 << i) != 0).forEach(i -> chosen.add(kinds.get(i)));
            if ((bits & 1) != 0) {
                chosen.add(AutoCloseable.class);
            }
            return dynamicTest(chosen.toString(), () -> {
                CommonDataSource wrapped = interception.wrap(driver.dataSource(chosen.toArray(new Class<?>[0])));
                for (Class<?> kind : kinds) {
                    assertThat(kind.isInstance(wrapped)).as(kind.getName()).isEqualTo(chosen.contains(kind));
                }
                assertThat(wrapped instanceof Closeable).isEqualTo((bits & 1) != 0);
            });
        });
    }

    @Test
    void whatIsNoDataSourceIsRefused() {
        assertThatThrownBy(() -> interception.wrap(driver.object(CommonDataSource.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XADataSource");
    }

    @Test
    @DisplayName("S6: close is passed on each time, and ends the recording once")
    void closingTwiceIsHarmless() throws IOException {
        AtomicInteger closings = new AtomicInteger();
        Interception counting = new Interception(recording.recorder, false, closings::incrementAndGet);
        Closeable wrapped = (Closeable) counting.wrap(driver.dataSource(DataSource.class, Closeable.class));
        wrapped.close();
        wrapped.close();
        assertThat(driver.callsOf("close")).hasSize(2);
        assertThat(closings).hasValue(1);
    }

    @Test
    @DisplayName("S6 Q1: what close throws is what the delegate has thrown")
    void closePassesFailuresOn() {
        IOException failure = new IOException();
        driver.failingAt(failure, method -> method.getName().equals("close"));
        Closeable wrapped = (Closeable) interception.wrap(driver.dataSource(DataSource.class, Closeable.class));
        assertThatThrownBy(wrapped::close).isSameAs(failure);
    }

    @Test
    @DisplayName("S3: what the builders build is watched, the sharding keys are the driver's")
    void buildersBuildWatchedConnections() throws SQLException {
        CommonDataSource wrapped = interception.wrap(
                driver.dataSource(DataSource.class, XADataSource.class, ConnectionPoolDataSource.class));
        assertThat(((DataSource) wrapped)
                        .createConnectionBuilder()
                        .user("u")
                        .password("p")
                        .build())
                .isInstanceOf(Watched.class);
        assertThat(((XADataSource) wrapped)
                        .createXAConnectionBuilder()
                        .shardingKey(wrapped.createShardingKeyBuilder().build())
                        .build()
                        .getConnection())
                .isInstanceOf(Watched.class);
        assertThat(((ConnectionPoolDataSource) wrapped)
                        .createPooledConnectionBuilder()
                        .build()
                        .getConnection())
                .isInstanceOf(Watched.class);
        assertThat(driver.callsOf("user").get(0).arguments()).isEqualTo(List.of("u"));
        assertThat(driver.callsOf("shardingKey")).hasSize(1);
    }

    @Test
    @DisplayName("U5: a driver whose isWrapperFor fails is no wrapper")
    void failingIsWrapperForMeansNo() throws SQLException {
        for (Throwable failure : List.of(new AbstractMethodError(), new SQLException(), new IllegalStateException())) {
            driver.failingAt(failure, method -> method.getName().equals("isWrapperFor"));
            assertThat(recording.wrap(driver.dataSource()).isWrapperFor(Runnable.class))
                    .isFalse();
            assertThat(interception.wrap(driver.connection()).isWrapperFor(Runnable.class))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("W1: a data source that is watched anywhere below is left as it is, with one line in the log")
    void aWatchedDataSourceIsLeftAsItIs() throws SQLException {
        try (Logged log = Logged.under("dev.plimsoll");
                Database database = Database.h2();
                HikariDataSource pool = Database.pool(recording.wrap(database.dataSource()))) {
            pool.getConnection().close();
            assertThat(interception.wrap(pool)).isSameAs(pool);
            assertThat(log.byThisThread())
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.getFormattedMessage()).contains("HikariDataSource", "already watched"));
        }
    }

    @Test
    @DisplayName(
            "W1: a connection that is watched anywhere below is handed out as it is, and its statements count once")
    void aWatchedConnectionIsHandedOutAsItIs() throws Exception {
        try (Database database = Database.h2();
                HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(recording.wrap(database.dataSource()));
            pool.setMaximumPoolSize(1);
            DataSource outer = recording.wrap(pool); // not connected yet: the pool does not know what is below
            database.execute("create table t (a int)");
            ObservedStatement observed = recording.statement(() -> {
                try (Connection connection = outer.getConnection();
                        Statement statement = connection.createStatement()) {
                    assertThat(connection).isNotInstanceOf(Watched.class);
                    assertThat(connection.isWrapperFor(Watched.class)).isTrue();
                    statement.executeQuery("select a from t").close();
                }
            });
            assertThat(observed.executions()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "W1 W4 X6: a connection that is a proxy of the JDK, which may open at its first call, is not asked anything")
    void aLazyConnectionStaysClosed() throws SQLException {
        Connection connection = recording.wrap(driver.dataSource()).getConnection();
        assertThat(connection).isInstanceOf(Watched.class);
        assertThat(driver.calls()).extracting(call -> call.name()).containsExactly("getConnection");
    }

    @Test
    void aDataSourceWithoutAConnectionReturnsNone() throws SQLException {
        driver.answering("getConnection", null);
        assertThat(recording.wrap(driver.dataSource()).getConnection()).isNull();
    }

    @Test
    @DisplayName(
            "W2: inside a pool, what the pool does for itself is not work, and unwrapping does not hide statements")
    void watchesInsideAPool() throws Exception {
        try (Database database = Database.h2();
                HikariDataSource pool = Database.pool(recording.wrap(database.dataSource()))) {
            database.execute("create table t (a int)");
            ObservedStatement observed = recording.statement(() -> {
                for (int i = 0; i < 2; i++) {
                    try (Connection connection = pool.getConnection()) {
                        connection.setAutoCommit(false);
                        Connection inner = connection.unwrap(Connection.class);
                        inner.createStatement().executeUpdate("insert into t values (1)");
                        connection.commit();
                    }
                }
            });
            assertThat(observed.transactions().committed()).isEqualTo(2);
            assertThat(recording.leftOpen()).isEmpty();
        }
    }
}
