package dev.plimsoll.agent.inside;

import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.logbook.Logbook;
import dev.plimsoll.work.UnitOfWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Executes some statements on a database that is not there, with nobody to tell. In a JVM that runs, the classes that watching takes are
 * loaded by this, and not by the first request that meets them.
 */
final class Rehearsal {
    private static final int STATEMENTS = 12;

    private Rehearsal() {}

    /** Whether the JVM runs already: with one that begins, an agent is started by the thread that {@code main} will run on. */
    static boolean isDue() {
        return !"main".equals(Thread.currentThread().getName());
    }

    static void hold() {
        try (ConnectionWatch watch = ConnectionWatch.of(Map.of("report.log", "false"), Logbook.create(), "rehearsal");
                UnitOfWork unit = UnitOfWork.begin("rehearsal");
                Connection connection = watch.wrap(nowhere(Connection.class))) {
            unit.rename("first night");
            for (int i = 0; i < STATEMENTS; i++) {
                execute(connection, i);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e); // nobody is there who could throw it
        }
    }

    private static void execute(Connection connection, int value) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement query = connection.prepareStatement("select a from b where c = ?")) {
            query.setInt(1, value);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
            }
        }
        try (PreparedStatement update = connection.prepareStatement("update b set a = ? where c = ?")) {
            update.setInt(1, value);
            update.setString(2, "c");
            update.executeUpdate();
        }
        connection.commit();
    }

    private static <T> T nowhere(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(Rehearsal.class.getClassLoader(), new Class<?>[] {type}, new Nowhere()));
    }

    /** Answers with nothing, and with more of its kind. */
    private static final class Nowhere implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
            Class<?> type = method.getReturnType();
            if (type == PreparedStatement.class || type == ResultSet.class || type == DatabaseMetaData.class) {
                return nowhere(type);
            }
            if (type == boolean.class) {
                return false;
            }
            if (type == int.class) {
                return 0;
            }
            return type == String.class ? "" : null;
        }
    }
}
