package dev.plimsoll.scenario;

import static org.awaitility.Awaitility.await;

import dev.plimsoll.Plimsoll;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Waits until all open transactions and quiet threads have been looked at: data sources are looked at in the order in which they
 * were wrapped, so once an idle transaction of a new one has been found, those of the older ones have been seen too.
 */
public final class Sweep {
    private static final long LONG_AGO = 2_000_000_000L;

    private Sweep() {}

    /**
     * Returns when the next look at everything is over. Also the SQL function {@code swept()}, called from inside a driver: without a line
     * of the application between the two, this transaction would not look idle.
     */
    public static int passes() throws SQLException {
        AtomicLong clock = new AtomicLong(1);
        Collector findings = new Collector();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        try (Connection connection = Plimsoll.builder(database)
                        .reporter(findings)
                        .clock(clock::get)
                        .option("application-packages", Sweep.class.getPackageName())
                        .option("report.log", "false")
                        .wrap()
                        .getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table looked_at (id bigint)");
            statement.execute("insert into looked_at values (1)");
            clock.addAndGet(LONG_AGO);
            await().until(() -> findings.has("idle-in-transaction"));
            connection.rollback();
        }
        return 1;
    }
}
