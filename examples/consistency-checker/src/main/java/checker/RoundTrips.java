package checker;

import cluster.TcpProxy;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Counts at the proxy before the primary what a transaction that writes costs in round trips, with the library and without. */
@SuppressWarnings("try") // A unit of work is not asked for anything.
record RoundTrips(double without, double with) {
    private static final int COMMITS = 300;
    /** Samples of the primary that happen to fall into the measurement. */
    private static final double TOLERANCE = 0.1;

    static RoundTrips measure(TcpProxy proxy, DataSource plain, DataSource checked) throws SQLException {
        return new RoundTrips(perCommit(proxy, plain), perCommit(proxy, checked));
    }

    private static double perCommit(TcpProxy proxy, DataSource source) throws SQLException {
        try (UnitOfWork unit = UnitOfWork.begin("round trips");
                Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update reg set ver = greatest(ver, 0) where k = 0")) {
            connection.setAutoCommit(false);
            commit(connection, statement, 10);
            long before = proxy.roundTrips();
            commit(connection, statement, COMMITS);
            double perCommit = (double) (proxy.roundTrips() - before) / COMMITS;
            connection.setAutoCommit(true);
            return perCommit;
        }
    }

    private static void commit(Connection connection, PreparedStatement statement, int times) throws SQLException {
        for (int each = 0; each < times; each++) {
            statement.executeUpdate();
            connection.commit();
        }
    }

    void judge(Violations violations) {
        if (with > without + TOLERANCE) {
            violations.add(Invariant.I10, toString());
        }
    }

    @Override
    public String toString() {
        return "%.2f round trips a commit, %.2f without".formatted(with, without);
    }
}
