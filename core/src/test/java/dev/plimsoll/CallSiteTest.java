package dev.plimsoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.detect.Profile;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.work.UnitOfWork;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Where a finding points: the line that somebody wrote. */
class CallSiteTest {
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private final JdbcDataSource h2 = new JdbcDataSource();

    CallSiteTest() {
        h2.setURL("jdbc:h2:mem:call-sites;INIT=create table if not exists t(id int)");
    }

    private Plimsoll.Builder watching(Profile profile) {
        return Plimsoll.builder(h2)
                .profile(profile)
                .option("application-packages", CallSiteTest.class.getName())
                .reporter(findings::add);
    }

    private static void query(Connection connection, int id) {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select * from t where id = " + id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inUnit(DataSource dataSource, Callable<?> task) throws Exception {
        assertThat(dataSource).isNotNull();
        UnitOfWork.run("unit", task);
    }

    private String onlySite() {
        assertThat(findings).hasSize(1);
        return findings.get(0).callSite();
    }

    @Test
    void lambdasAreNamedByTheMethodTheyAreWrittenIn() throws Exception {
        DataSource watched = watching(Profile.DEV).wrap();
        try (Connection connection = watched.getConnection()) {
            inUnit(watched, () -> {
                IntStream.range(0, 9).forEach(id -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeQuery("select * from t where id = " + id);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                return null;
            });
        }
        assertThat(onlySite())
                .startsWith("dev.plimsoll.CallSiteTest.lambdasAreNamedByTheMethodTheyAreWrittenIn(CallSiteTest.java:");
    }

    interface Repository {
        void find(int id);
    }

    @Test
    void framesOfProxiesAndOfTheJdkArePassedOver() throws Exception {
        DataSource watched = watching(Profile.DEV)
                .option("library-packages", "dev.plimsoll.CallSiteTest")
                .option("application-packages", "dev.plimsoll.CallSiteTest$Caller")
                .wrap();
        try (Connection connection = watched.getConnection()) {
            Repository repository = (Repository) Proxy.newProxyInstance(
                    Repository.class.getClassLoader(),
                    new Class<?>[] {Repository.class},
                    (proxy, method, arguments) -> {
                        query(connection, (Integer) arguments[0]);
                        return null;
                    });
            inUnit(watched, new Caller(repository));
        }
        assertThat(onlySite()).startsWith("dev.plimsoll.CallSiteTest$Caller.call(CallSiteTest.java:");
    }

    private record Caller(Repository repository) implements Callable<Void> {
        @Override
        public Void call() {
            for (int id = 0; id < 9; id++) {
                repository.find(id);
            }
            return null;
        }
    }

    @Test
    void theFirstExecutionIsToldApartToo() throws Exception {
        DataSource watched = watching(Profile.TEST).wrap();
        try (Connection connection = watched.getConnection()) {
            inUnit(watched, () -> {
                one(connection);
                for (int id = 2; id < 4; id++) {
                    two(connection, id);
                }
                return null;
            });
        }
        assertThat(findings).as("1 and 2 executions, not 3").isEmpty();
    }

    private static void one(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select * from t where id = 1");
        }
    }

    private static void two(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select * from t where id = " + id);
        }
    }

    @Test
    void theCountPerCallSiteIsExactForSixtyFourExecutionsAndCloseAfterwards() throws Exception {
        DataSource watched = watching(Profile.DEV).wrap();
        try (Connection connection = watched.getConnection()) {
            inUnit(watched, () -> {
                one(connection);
                for (int id = 2; id <= 1_000; id++) {
                    two(connection, id);
                }
                return null;
            });
        }
        assertThat(onlySite()).startsWith("dev.plimsoll.CallSiteTest.two(");
        assertThat(findings.get(0).count()).isBetween(940L, 1_000L);
    }

    @Test
    void aLongInListIsLocatedEvenIfItRunsOnce() throws Exception {
        DataSource watched = watching(Profile.DEV).wrap();
        String list = IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        try (Connection connection = watched.getConnection();
                Statement statement = connection.createStatement()) {
            inUnit(watched, () -> statement.executeQuery("select * from t where id in (" + list + ")"));
        }
        assertThat(onlySite())
                .startsWith("dev.plimsoll.CallSiteTest.aLongInListIsLocatedEvenIfItRunsOnce(CallSiteTest.java:");
    }

    @Test
    void aLargeResultIsLocatedEvenIfItsStatementRunsOnce() throws Exception {
        DataSource watched = watching(Profile.PROD).clock(() -> 1).wrap();
        try (Connection connection = watched.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into t select x from system_range(1, 2000)");
            inUnit(watched, () -> countRows(statement.executeQuery("select * from t")));
        }
        assertThat(onlySite()).startsWith("dev.plimsoll.CallSiteTest.countRows(CallSiteTest.java:");
    }

    private static int countRows(ResultSet result) throws SQLException {
        int rows = 0;
        while (result.next()) {
            rows++;
        }
        return rows;
    }

    @Test
    void aTransactionLeftOpenIsLocatedWhereItsConnectionIsClosed() throws Exception {
        DataSource watched = watching(Profile.DEV).wrap();
        inUnit(watched, () -> {
            try (Connection connection = watched.getConnection()) {
                connection.setAutoCommit(false);
                query(connection, 1);
            }
            return null;
        });
        assertThat(onlySite())
                .startsWith("dev.plimsoll.CallSiteTest.aTransactionLeftOpenIsLocatedWhereItsConnectionIsClosed(");
    }
}
