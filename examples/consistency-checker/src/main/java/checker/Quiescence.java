package checker;

import cluster.Server;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All is mended and nobody works: whoever writes now is to read from a replica again soon, whatever the primary's log looks like. */
@SuppressWarnings("try") // A unit of work is not asked for anything.
record Quiescence(Scene scene, Duration limit) {
    /** For what the machine itself may take. */
    private static final Duration SETTLED = Duration.ofSeconds(15);

    /** Enough for a sample: at the monotonic level each look at the primary is one more that has to be waited for. */
    private static final int BETWEEN_LOOKS_MILLIS = 40;

    void judge() throws SQLException {
        if (!scene.subject().routes()) {
            return;
        }
        Server primary = scene.cluster().primary();
        awaitReplicas("after all was mended", SETTLED);
        write(false);
        awaitReplicas("after a write", limit);
        try (Connection foreign = primary.connect()) {
            foreign.setAutoCommit(false);
            forgetReads();
            write(true);
            Writes.execute(foreign, "insert into churn values (-2, 0)");
            awaitReplicas("behind an open transaction of somebody else", limit);
            foreign.rollback();
        }
        forgetReads();
        write(true);
        boolean aligned = PageEnd.align(primary);
        awaitReplicas(aligned ? "with the log at the end of a page" : "after asynchronous writes", limit);
    }

    /** Nobody has read for so long that writes are not looked after at once: what comes after them counts too. */
    private static void forgetReads() {
        Pause.millis(1_200);
    }

    private void write(boolean asynchronously) {
        for (Session session : scene.sessions()) {
            try (UnitOfWork unit = UnitOfWork.begin("last write", session.name());
                    Connection connection = scene.subject().dataSource().getConnection()) {
                if (asynchronously) {
                    Writes.execute(connection, "set synchronous_commit = off");
                }
                long version = session.own().next();
                try (PreparedStatement statement =
                        connection.prepareStatement("update reg set ver = greatest(ver, ?) where k = ?")) {
                    statement.setLong(1, version);
                    statement.setInt(2, session.own().key());
                    statement.executeUpdate();
                }
                session.own().acknowledged(version, System.nanoTime());
                if (asynchronously) {
                    Writes.execute(connection, "set synchronous_commit = on");
                }
            } catch (SQLException e) {
                scene.violations().add(Invariant.I7, "writes", "a write failed when all was quiet: " + e.getMessage());
            }
        }
    }

    /** Sessions look again and again, as their users would. */
    private void awaitReplicas(String when, Duration within) {
        long start = System.nanoTime();
        List<Session> waiting = new ArrayList<>(scene.sessions());
        while (!waiting.isEmpty() && System.nanoTime() - start < within.toNanos()) {
            waiting.removeIf(this::readsFromReplica);
            Pause.millis(BETWEEN_LOOKS_MILLIS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (waiting.isEmpty()) {
            scene.log().at("every session reads from replicas %s: %.2f s".formatted(when, seconds));
        } else {
            scene.violations()
                    .add(
                            Invariant.I7,
                            "sessions",
                            waiting.size(),
                            "%d sessions still read from the primary %s: %.2f s, the last one %s"
                                    .formatted(waiting.size(), when, seconds, decision(waiting.get(0))));
        }
    }

    private boolean readsFromReplica(Session session) {
        return scene.roles().isReplica(port(session));
    }

    private int port(Session session) {
        String sql =
                "select " + Schema.PORT + " from reg where k = " + session.own().key();
        try (UnitOfWork unit = UnitOfWork.begin("last read", session.name());
                Connection connection = scene.subject().dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            return 0; // It is asked again.
        }
    }

    private String decision(Session session) {
        try (UnitOfWork unit = UnitOfWork.begin("last read", session.name());
                Connection connection = scene.subject().dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1 from reg where k = 0");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? scene.subject().decision(connection) : "reads nothing";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
