package dev.plimsoll.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.sql.CommonDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A driver of objects that note what is called on them, answer something, and fail where they are told to. */
final class RecordingDriver {
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Object> answers = new HashMap<>();
    private Predicate<Method> failing = method -> false;
    private Throwable failure = new AssertionError();

    RecordingDriver() {
        for (String name : List.of("isWrapperFor", "isClosed", "wasNull", "getMoreResults")) {
            answers.put(name, false);
        }
        answers.put("getFetchSize", 0);
        answers.put("getResultSetType", java.sql.ResultSet.TYPE_FORWARD_ONLY);
        answers.put("getResultSetHoldability", java.sql.ResultSet.CLOSE_CURSORS_AT_COMMIT);
    }

    /** A call on one of the driver's objects. */
    record Call(Object target, Method method, List<?> arguments) {
        String name() {
            return method.getName();
        }

        @Override
        public String toString() {
            return target + "." + name();
        }
    }

    RecordingDriver answering(String method, @Nullable Object value) {
        answers.put(method, value);
        return this;
    }

    RecordingDriver failingAt(Throwable with, Predicate<Method> at) {
        failure = with;
        failing = at;
        return this;
    }

    Connection connection() {
        return object(Connection.class);
    }

    DataSource dataSource() {
        return object(DataSource.class);
    }

    /** An object with all these interfaces. */
    CommonDataSource dataSource(Class<?>... interfaces) {
        return (CommonDataSource) proxy(interfaces);
    }

    <T> T object(Class<T> type) {
        return type.cast(proxy(type));
    }

    List<Call> calls() {
        return calls;
    }

    List<Call> callsOf(String method) {
        return calls.stream().filter(call -> call.name().equals(method)).toList();
    }

    private Object proxy(Class<?>... interfaces) {
        return Proxy.newProxyInstance(RecordingDriver.class.getClassLoader(), interfaces, new Handler(interfaces[0]));
    }

    private final class Handler implements InvocationHandler {
        private final Class<?> type;
        private final Map<Method, Object> returned = new HashMap<>();

        Handler(Class<?> type) {
            this.type = type;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> "the driver's " + type.getSimpleName();
                };
            }
            calls.add(new Call(self, method, arguments == null ? List.of() : Arrays.asList(arguments)));
            if (failing.test(method)) {
                throw failure;
            }
            return answers.containsKey(method.getName())
                    ? answers.get(method.getName())
                    : returned.computeIfAbsent(method, this::answer);
        }

        private @Nullable Object answer(Method method) {
            Class<?> result = method.getReturnType();
            return result == String.class ? method.getName() : Samples.of(result, RecordingDriver.this);
        }
    }
}
