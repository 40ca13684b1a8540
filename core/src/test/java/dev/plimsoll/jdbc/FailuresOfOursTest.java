package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.plimsoll.testing.Database;
import dev.plimsoll.work.Attention;
import dev.plimsoll.work.CallSiteOptions;
import dev.plimsoll.work.Guard;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.Recorder;
import dev.plimsoll.work.UnitOfWork;
import dev.plimsoll.work.WorkListener;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.ExceptionMethod;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/** Nothing of ours reaches the application, whatever breaks. */
class FailuresOfOursTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.plimsoll");
    private Database database;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = Database.h2();
        LOG.setLevel(Level.OFF);
        database.execute("create table t (a bigint)", "insert into t values (1), (2)");
    }

    @AfterEach
    void nothingIsLeftOpen() throws SQLException {
        LOG.setLevel(null);
        assertThat(database.sessions()).isZero();
        database.close();
    }

    @TestFactory
    @DisplayName("Q3 Q4 C5: a clock that breaks at any of its readings")
    Stream<DynamicTest> aClockThatBreaks() {
        return IntStream.range(0, 60)
                .mapToObj(reading -> dynamicTest("reading " + reading, () -> {
                    AtomicInteger readings = new AtomicInteger();
                    useEverything(() -> {
                        if (readings.getAndIncrement() >= reading) {
                            throw new IllegalStateException("broken clock");
                        }
                        return readings.get();
                    });
                }));
    }

    @Test
    @DisplayName("Q3: a listener that breaks, on units and on transactions left open")
    void aListenerThatBreaks() throws Exception {
        useEverything(System::nanoTime);
    }

    private void useEverything(LongSupplier clock) throws Exception {
        try (Recorder recorder = new Recorder(new Broken(), CallSiteOptions.defaults(), clock, new Guard())) {
            Interception interception = new Interception(recorder, false);
            DataSource dataSource = (DataSource) interception.wrap(database.dataSource());
            UnitOfWork.run("unit", () -> {
                use(dataSource);
                return null;
            });
            use(dataSource);
        }
    }

    private static void use(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement plain = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("select a from t where a >= ?")) {
            for (int i = 0; i < 3; i++) {
                prepared.setLong(1, 1);
                try (ResultSet rows = prepared.executeQuery()) {
                    rows.next();
                    assertThat(rows.getLong("a")).isEqualTo(1);
                }
            }
            connection.setAutoCommit(false);
            plain.addBatch("update t set a = a");
            assertThat(plain.executeBatch()).containsExactly(2);
            connection.commit();
            assertThatThrownBy(() -> plain.executeQuery("select nothing")).isInstanceOf(SQLException.class);
            plain.executeUpdate("update t set a = a");
            connection.rollback();
            connection.getMetaData().getTables(null, null, "T", null).close();
            plain.executeUpdate("delete from t where a = 77");
        }
    }

    @Test
    @DisplayName("C5 Q4: a connection that cannot be wrapped is handed out as it is")
    void aConnectionThatCannotBeWrappedIsHandedOut() throws Exception {
        Connection connection = new ByteBuddy()
                .subclass(Object.class)
                .implement(Connection.class)
                .method(ElementMatchers.named("isWrapperFor"))
                .intercept(ExceptionMethod.throwing(StackOverflowError.class))
                .make()
                .load(getClass().getClassLoader())
                .getLoaded()
                .asSubclass(Connection.class)
                .getConstructor()
                .newInstance();
        try (Recording recording = new Recording()) {
            assertThat(recording.interception.wrap(connection)).isSameAs(connection);
        }
    }

    private static final class Broken implements WorkListener {
        @Override
        public boolean wantsPlainUnits() {
            return true;
        }

        @Override
        public void unitObserved(ObservedUnit unit) {
            throw new IllegalStateException("broken listener");
        }

        @Override
        public void transactionObserved(ObservedTransaction transaction) {
            throw new NoSuchMethodError("broken listener");
        }

        @Override
        public Attention attention() {
            return new Attention(0, 1, 0, 0, 0);
        }
    }
}
