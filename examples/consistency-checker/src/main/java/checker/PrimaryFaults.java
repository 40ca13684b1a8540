package checker;

import cluster.Server;
import java.sql.Connection;
import java.sql.SQLException;

/** What befalls the primary, short of its end. */
final class PrimaryFaults {
    private PrimaryFaults() {}

    static void killedSessions(Field field, Strike strike) {
        field.disturbing(() -> field.primary().killBackends());
    }

    /** Its log stays unflushed behind an open transaction. */
    static void foreignTransaction(Field field, Strike strike) throws SQLException {
        try (Connection connection = field.primary().connect()) {
            connection.setAutoCommit(false);
            Writes.execute(connection, "insert into churn values (-2, 0)");
            Pause.of(strike.length());
            connection.rollback();
        }
    }

    static void pageEnd(Field field, Strike strike) throws SQLException {
        field.log(
                PageEnd.align(field.primary())
                        ? "the log ends with a page"
                        : "the log did not come to end with a page");
    }

    /** What readers on standbys still look at is removed. */
    static void vacuum(Field field, Strike strike) throws SQLException {
        long end = System.nanoTime() + strike.length().toNanos();
        while (System.nanoTime() - end < 0) {
            field.primary().execute("update churn set x = x + 1", "vacuum churn");
        }
    }

    static void newColumns(Field field, Strike strike) throws SQLException {
        for (int times = 0; times < 4; times++) {
            Schema.addColumn(field.primary());
            Pause.millis(250);
        }
    }

    /** A commit waits for one standby, and the other shows it already: readers of the primary do not see it yet. */
    static void synchronousStandby(Field field, Strike strike) throws SQLException {
        Server primary = field.primary();
        Server standby = field.victim(strike);
        primary.execute(
                "alter system set synchronous_standby_names = '" + standby.name() + "'",
                "alter system set synchronous_commit = remote_apply",
                "select pg_reload_conf()");
        standby.pauseReplay();
        Pause.millis(1_000);
        standby.resumeReplay();
        primary.execute(
                "alter system reset synchronous_standby_names",
                "alter system reset synchronous_commit",
                "select pg_reload_conf()");
    }
}
