package bench;

import bench.work.Batch;
import bench.work.FreshConnection;
import bench.work.NewText;
import bench.work.ReusedStatement;
import bench.work.ThousandRows;
import bench.work.Work;
import bench.work.WritingTransaction;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What is done to a database, and what Plimsoll may add to it. */
@SuppressWarnings("ImmutableEnumChecker") // a constructor is immutable
public enum Workload {
    W1("a connection, a statement, a row, all closed", 150, 256, FreshConnection::new),
    W2("a row by a statement kept open", 100, 48, ReusedStatement::new),
    W3("1,000 rows of one result", 700, 64, ThousandRows::new),
    W4("a row by a text never seen before", 500, 200, NewText::new),
    W5("insert, update, commit", 250, 96, WritingTransaction::new),
    W6("a batch of 100 rows", 2_000, 0, Batch::new);

    private final String description;
    private final double goalNanos;
    private final double goalBytes;
    private final Opening opening;

    Workload(String description, double goalNanos, double goalBytes, Opening opening) {
        this.description = description;
        this.goalNanos = goalNanos;
        this.goalBytes = goalBytes;
        this.opening = opening;
    }

    String description() {
        return description;
    }

    /** CPU nanoseconds that Plimsoll adds to one run at most. */
    double goalNanos() {
        return goalNanos;
    }

    /** Bytes that Plimsoll adds to one run at most. */
    double goalBytes() {
        return goalBytes;
    }

    Work on(DataSource dataSource) throws SQLException {
        return opening.open(dataSource);
    }

    private interface Opening {
        Work open(DataSource dataSource) throws SQLException;
    }
}
