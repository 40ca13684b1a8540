package dev.plimsoll.postgres;

import dev.plimsoll.route.Epoch;
import dev.plimsoll.route.NodeSample;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.StandbySample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server, seen through one connection. */
final class PostgresNode implements Sampler {
    private static final String CONSTANTS = "select " + ServerIdentity.INCARNATION
            + ", (select control.system_identifier from pg_catalog.pg_control_system() control)"
            + ", pg_catalog.current_setting('wal_block_size')::pg_catalog.int8"
            + ", pg_catalog.pg_size_bytes(pg_catalog.current_setting('wal_segment_size'))";

    private static final int HEX_DIGITS_OF_TIMELINE = 8;
    private static final long NANOS_PER_MICRO = 1000;
    private static final String NOT_IN_THAT_PART = "55000";

    private final Connection connection;
    private final LongSupplier clock;
    private final ServerStart start;
    private final Constants constants;
    private final PreparedStatement question;

    private PostgresNode(Connection connection, LongSupplier clock, ServerStart start) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        this.start = start;
        this.constants = Constants.of(connection);
        this.question = connection.prepareStatement(SampleQuery.text());
    }

    /**
     * Gives up when the server does not answer in time.
     *
     * @param clock the router's
     * @param start what earlier connections to the node have shown
     */
    static PostgresNode on(HeldConnection held, LongSupplier clock, ServerStart start) throws SQLException {
        PostgresNode node = new PostgresNode(held.connection(), clock, start);
        if (!held.hasTimeout()) {
            node.question.setQueryTimeout(1); // with pgjdbc it would double the cost of a sample
        }
        return node;
    }

    @Override
    public NodeSample sample() throws SQLException {
        try {
            return ask();
        } catch (SQLException e) {
            if (NOT_IN_THAT_PART.equals(e.getSQLState())) {
                return ask(); // a promotion came between two columns; there is none back
            }
            throw e;
        }
    }

    private NodeSample ask() throws SQLException {
        long startedAt = clock.getAsLong();
        try (ResultSet row = question.executeQuery()) {
            long endedAt = clock.getAsLong();
            row.next();
            return row.getBoolean(1) ? standby(row, startedAt, endedAt) : primary(row, startedAt, endedAt);
        }
    }

    private StandbySample standby(ResultSet row, long startedAt, long endedAt) throws SQLException {
        long replayed = position(row.getString(2));
        int timeline = start.standbyOn(constants.incarnation, row.getInt(3));
        boolean paused = row.getBoolean(4);
        long behindMicros = row.getLong(5);
        long behindNanos = row.wasNull() ? -1 : Math.max(0, behindMicros) * NANOS_PER_MICRO;
        Epoch epoch = new Epoch(constants.cluster, timeline);
        return new StandbySample(startedAt, endedAt, epoch, constants.incarnation, replayed, behindNanos, paused);
    }

    private PrimarySample primary(ResultSet row, long startedAt, long endedAt) throws SQLException {
        long inserted = Lsn.withoutEmptyPage(position(row.getString(7)), constants.blockSize, constants.segmentSize);
        int timeline = Integer.parseInt(row.getString(8).substring(0, HEX_DIGITS_OF_TIMELINE), 16);
        return new PrimarySample(
                startedAt,
                endedAt,
                new Epoch(constants.cluster, timeline),
                constants.incarnation,
                position(row.getString(6)),
                inserted,
                start.forkedAt(constants.incarnation, position(row.getString(9))));
    }

    private static long position(@Nullable String lsn) {
        return lsn == null ? 0 : Lsn.parse(lsn);
    }

    /** Taking a transaction id writes a little of the log, after which its writer comes soon. */
    @Override
    public void nudge() throws SQLException {
        boolean since13 = connection.getMetaData().getDatabaseMajorVersion() >= 13;
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_catalog." + (since13 ? "pg_current_xact_id()" : "txid_current()"));
        }
    }

    @Override
    public void close() {
        try {
            question.close();
        } catch (SQLException e) {
            // the connection is broken, or closed already
        }
    }

    /** What does not change while a connection lasts. */
    private record Constants(long incarnation, long cluster, long blockSize, long segmentSize) {
        static Constants of(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(CONSTANTS)) {
                row.next();
                return new Constants(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }
}
