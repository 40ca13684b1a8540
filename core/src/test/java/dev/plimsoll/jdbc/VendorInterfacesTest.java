package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.testing.Database;
import dev.plimsoll.work.Guard;
import dev.plimsoll.work.ObservedStatement;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.BaseStatement;

/** Casts to the driver's own interfaces, as code does that takes its connections without a pool. */
class VendorInterfacesTest {
    private final Recording recording = new Recording(Dialect.POSTGRESQL, true);
    private Database database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = Database.postgres();
        database.execute("create table t (a bigint)", "insert into t values (1), (2)");
        connection = recording.wrap(database.dataSource()).getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        recording.close();
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> everyPublicInterfaceOfTheDriversClassIsThere() throws SQLException {
        PreparedStatement prepared = connection.prepareStatement("select a from t");
        List<Wrapper> wrappers = List.of(
                connection,
                connection.createStatement(),
                prepared,
                connection.prepareCall("{call abs(1)}"),
                prepared.executeQuery());
        List<Class<? extends Wrapper>> types = List.of(
                Connection.class, Statement.class, PreparedStatement.class, CallableStatement.class, ResultSet.class);
        return types.stream().flatMap(type -> {
            Wrapper wrapper = wrappers.get(types.indexOf(type));
            return publicInterfaces(driversOwn(wrapper, type).getClass()).stream()
                    .map(wanted -> dynamicTest(
                            type.getSimpleName() + " as " + wanted.getSimpleName(),
                            () -> assertThat(wrapper).isInstanceOf(wanted)));
        });
    }

    private static Object driversOwn(Wrapper wrapper, Class<?> type) {
        try {
            return wrapper.unwrap(type);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Class<?>> publicInterfaces(Class<?> type) {
        Set<Class<?>> interfaces = new HashSet<>();
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            addInterfaces(current, interfaces);
        }
        return interfaces;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> interfaces) {
        for (Class<?> implemented : type.getInterfaces()) {
            if (Modifier.isPublic(implemented.getModifiers())) {
                interfaces.add(implemented);
            }
            addInterfaces(implemented, interfaces);
        }
    }

    @Test
    void theDriversOwnMethodsWork() throws SQLException {
        int pid = ((PGConnection) connection).getBackendPID();
        assertThat(database.number("select count(*) from pg_stat_activity where pid = " + pid))
                .isEqualTo(1);
        PreparedStatement prepared = connection.prepareStatement("select a from t");
        ((PGStatement) prepared).setPrepareThreshold(3);
        assertThat(prepared.unwrap(PGStatement.class).getPrepareThreshold()).isEqualTo(3);
        assertThat(((BaseStatement) prepared).getPrepareThreshold()).isEqualTo(3);
    }

    @Test
    void copyWorksThroughTheWrapper() throws SQLException, IOException {
        long rows = new CopyManager((BaseConnection) connection)
                .copyIn("copy t from stdin", new StringReader("10\n11\n12\n"));
        assertThat(rows).isEqualTo(3);
        assertThat(database.number("select count(*) from t")).isEqualTo(5);
    }

    @Test
    void whatIsInterceptedStaysIntercepted() throws Exception {
        ObservedStatement observed = recording.statement(() -> {
            PGConnection postgres = (PGConnection) connection;
            try (Statement statement = ((Connection) postgres).createStatement();
                    ResultSet rows = statement.executeQuery("select a from t")) {
                assertThat(((PGStatement) statement).getPrepareThreshold()).isPositive();
                assertThat(statement.getConnection()).isSameAs(connection);
                assertThat(rows.getStatement()).isSameAs(statement);
                assertThat(rows.next()).isTrue();
            }
        });
        assertThat(observed.rows()).isEqualTo(1);
    }

    @Test
    void oneClassServesAllObjectsOfADriversClass() throws SQLException {
        assertThat(connection.createStatement()).hasSameClassAs(connection.createStatement());
    }

    @Test
    void aDriverWithoutInterfacesOfItsOwnGetsThePlainWrapper() throws SQLException {
        RecordingDriver driver = new RecordingDriver();
        Connection wrapped = recording.interception.wrap(driver.connection());
        assertThat(wrapped.getClass()).isEqualTo(WatchedConnection.class);
        assertThat(wrapped.createStatement().executeQuery("select a from t").next())
                .isTrue();
    }

    /** A driver's interface that narrows what JDBC's methods return, as Oracle's do. */
    public interface NarrowConnection extends Connection {
        @Override
        NarrowStatement createStatement() throws SQLException;

        @Override
        void commit() throws SQLException;

        default String greeting() {
            return "hello";
        }
    }

    /** Of the same driver. */
    public interface NarrowStatement extends Statement {
        long narrow(int a, long b, double c, Object... d);
    }

    @Test
    void aNarrowerResultIsOurWrapperToo() throws SQLException {
        RecordingDriver driver = new RecordingDriver();
        Connection wrapped = recording.interception.wrap(driver.object(NarrowConnection.class));
        NarrowStatement statement = ((NarrowConnection) wrapped).createStatement();
        assertThat(statement).isInstanceOf(Watched.class);
        assertThat(statement.narrow(1, 2, 3, "x", "y")).isEqualTo(7);
        assertThat(driver.callsOf("narrow").get(0).arguments()).hasSize(4);
        assertThat(((NarrowConnection) wrapped).greeting()).isEqualTo("greeting");
    }

    @Test
    void aMethodThatTheDriverDeclaresAgainStaysOurs() throws Exception {
        RecordingDriver driver = new RecordingDriver();
        Connection wrapped = recording.interception.wrap(driver.object(NarrowConnection.class));
        ObservedStatement observed = recording.statement(() -> {
            wrapped.setAutoCommit(false);
            wrapped.createStatement().executeUpdate("insert into t values (1)");
            ((NarrowConnection) wrapped).commit();
        });
        assertThat(observed.transactions().committed()).isEqualTo(1);
        assertThat(driver.callsOf("commit")).hasSize(1);
    }

    @Test
    void withoutByteBuddyTheErrorNamesTheOptionAndTheArtifact() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> !entry.contains("byte-buddy"))
                .map(VendorInterfacesTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader without = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> guard = without.loadClass(Guard.class.getName());
            Method create = without.loadClass(VendorWrappers.class.getName()).getDeclaredMethod("create", guard);
            create.setAccessible(true);
            Object instance = guard.getConstructor().newInstance();
            assertThatThrownBy(() -> create.invoke(null, instance))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("plimsoll.vendor-interfaces")
                    .hasMessageContaining("net.bytebuddy:byte-buddy");
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
