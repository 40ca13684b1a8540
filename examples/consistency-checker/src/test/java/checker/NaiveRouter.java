package checker;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What everybody writes first: selects in autocommit, and what is declared to read only, go to a standby taken at random. */
final class NaiveRouter implements DataSource {
    private final DataSource primary;
    private final List<? extends DataSource> standbys;

    private NaiveRouter(Pools pools) {
        primary = pools.primary();
        standbys = pools.all().subList(1, pools.all().size());
    }

    static Subject over(Pools pools) {
        return new Plain(new NaiveRouter(pools), true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection writing = primary.getConnection();
        Connection reading;
        try {
            reading = standbys.get(ThreadLocalRandom.current().nextInt(standbys.size()))
                    .getConnection();
        } catch (SQLException e) {
            writing.close();
            throw e;
        }
        return proxy(writing, reading);
    }

    private static Connection proxy(Connection writing, Connection reading) {
        return (Connection) Proxy.newProxyInstance(
                NaiveRouter.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    try {
                        boolean reads = method.getName().equals("prepareStatement")
                                && arguments[0].toString().startsWith("select")
                                && writing.getAutoCommit();
                        if (method.getName().equals("close")) {
                            reading.close();
                        }
                        return method.invoke(reads ? reading : writing, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
