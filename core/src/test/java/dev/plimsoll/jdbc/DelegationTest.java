package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.jdbc.RecordingDriver.Call;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every method of every wrapped interface. */
class DelegationTest {
    private static final List<Class<?>> INTERFACES = List.of(
            Connection.class,
            Statement.class,
            PreparedStatement.class,
            CallableStatement.class,
            ResultSet.class,
            DatabaseMetaData.class,
            Array.class);

    @TestFactory
    @DisplayName("S1 S2 S4 X9: each method reaches the driver exactly once, with its arguments")
    Stream<DynamicTest> reachesTheDriverExactlyOnce() {
        return methods()
                .filter(method -> method.getDeclaringClass() != Wrapper.class)
                .map(method -> dynamicTest(nameOf(method), () -> assertReachesTheDriver(method)));
    }

    @TestFactory
    @DisplayName("Q1 Q2 C6: whatever the driver throws is what the application gets, the same instance")
    Stream<DynamicTest> passesTheDriversExceptionOn() {
        return methods()
                .flatMap(method -> failures(method)
                        .map(failure -> dynamicTest(
                                nameOf(method) + " " + failure.getClass().getSimpleName(),
                                () -> assertPasses(method, failure))));
    }

    /** What a method may throw: unchecked failures, and those it declares. */
    private static Stream<Throwable> failures(Method method) {
        Stream<Throwable> unchecked = Stream.of(new IllegalStateException(), new StackOverflowError());
        List<Class<?>> declared = List.of(method.getExceptionTypes());
        if (declared.contains(SQLException.class)) {
            return Stream.concat(unchecked, Stream.of(new SQLException("the driver's", "08006", 42)));
        }
        return declared.isEmpty() ? unchecked : Stream.concat(unchecked, Stream.of(new SQLClientInfoException()));
    }

    @TestFactory
    @DisplayName("S4: no wrapper inherits a default method")
    Stream<DynamicTest> isNotInheritedAsDefault() {
        return methods()
                .map(method -> dynamicTest(nameOf(method), () -> {
                    Object wrapper = new Subject(method).wrapper;
                    Method implementation = wrapper.getClass().getMethod(method.getName(), method.getParameterTypes());
                    assertThat(implementation.getDeclaringClass().isInterface()).isFalse();
                }));
    }

    private static Stream<Method> methods() {
        return INTERFACES.stream()
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> method.getDeclaringClass() == type
                                || method.getDeclaringClass() == Wrapper.class && type == Connection.class));
    }

    private static String nameOf(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.toString(method.getParameterTypes());
    }

    private static void assertReachesTheDriver(Method method) throws Exception {
        Subject subject = new Subject(method);
        Object[] arguments = Samples.arguments(method, subject.driver);
        method.invoke(subject.wrapper, arguments);
        List<Call> calls = subject.driver.calls().stream()
                .filter(call -> call.target() == subject.target)
                .toList();
        assertThat(calls).extracting(Call::method).containsExactly(method);
        assertThat(calls.get(0).arguments()).isEqualTo(Arrays.asList(arguments));
    }

    private static void assertPasses(Method method, Throwable failure) throws Exception {
        Subject subject = new Subject(method);
        Object[] arguments = Samples.arguments(method, subject.driver);
        subject.driver.failingAt(failure, method::equals);
        if (method.getName().equals("isWrapperFor") && !(failure instanceof StackOverflowError)) {
            assertThat(method.invoke(subject.wrapper, arguments)).isEqualTo(false);
            return;
        }
        Throwable thrown = catchThrowable(() -> method.invoke(subject.wrapper, arguments));
        assertThat(thrown).isInstanceOf(InvocationTargetException.class);
        assertThat(thrown.getCause()).isSameAs(failure);
    }

    /** A wrapper of the interface that a method is of, over the recording driver's object. */
    private static final class Subject {
        final RecordingDriver driver = new RecordingDriver();
        final Object target;
        final Object wrapper;

        Subject(Method method) throws Exception {
            try (Recording recording = new Recording()) {
                Connection connection = recording.interception.wrap(driver.connection());
                wrapper = wrapper(connection, method.getDeclaringClass());
            }
            target = target(wrapper);
            driver.calls().clear();
        }

        private static Object wrapper(Connection connection, Class<?> type) throws SQLException {
            if (type == Statement.class) {
                return connection.createStatement();
            } else if (type == PreparedStatement.class) {
                return connection.prepareStatement("select a from t where b = ?");
            } else if (type == CallableStatement.class) {
                return connection.prepareCall("{call p(?)}");
            } else if (type == ResultSet.class) {
                return connection.createStatement().executeQuery("select a from t");
            } else if (type == DatabaseMetaData.class) {
                return connection.getMetaData();
            }
            return type == Array.class ? connection.createArrayOf("int", new Object[0]) : connection;
        }

        private static Object target(Object wrapper) throws SQLException {
            return wrapper instanceof ProxyArray array ? array.delegate : targetOf((Wrapper) wrapper);
        }

        private static Object targetOf(Wrapper wrapper) throws SQLException {
            if (wrapper instanceof Connection) {
                return wrapper.unwrap(Connection.class);
            } else if (wrapper instanceof Statement) {
                return wrapper.unwrap(Statement.class);
            } else if (wrapper instanceof ResultSet) {
                return wrapper.unwrap(ResultSet.class);
            }
            return wrapper.unwrap(DatabaseMetaData.class);
        }
    }
}
