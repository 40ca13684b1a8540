package dev.plimsoll.postgres;

import cluster.Server;
import dev.plimsoll.route.NodeSample;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.StandbySample;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A server of a cluster, sampled through a connection past its proxy. */
final class Sampled implements AutoCloseable {
    private final HeldConnection held;
    private final PostgresNode node;

    private Sampled(Server server, ServerStart start) throws SQLException {
        this.held = HeldConnection.hold(server.connect(), 5000);
        this.node = PostgresNode.on(held, System::nanoTime, start);
    }

    static Sampled of(Server server) throws SQLException {
        return of(server, new ServerStart());
    }

    static Sampled of(Server server, ServerStart start) throws SQLException {
        return new Sampled(server, start);
    }

    NodeSample sample() throws SQLException {
        return node.sample();
    }

    PrimarySample primary() throws SQLException {
        return (PrimarySample) node.sample();
    }

    StandbySample standby() throws SQLException {
        return (StandbySample) node.sample();
    }

    void nudge() throws SQLException {
        node.nudge();
    }

    int backend() throws SQLException {
        return (int) number("select pg_backend_pid()");
    }

    /** Asked by the connection that samples. */
    long number(String sql) throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    Connection connection() {
        return held.connection();
    }

    @Override
    public void close() {
        node.close();
        held.close();
    }
}
