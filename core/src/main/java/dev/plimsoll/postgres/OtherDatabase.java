package dev.plimsoll.postgres;

import dev.plimsoll.route.Epoch;
import dev.plimsoll.route.NodeSample;
import dev.plimsoll.route.PrimarySample;
import dev.plimsoll.route.StandbySample;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/** A node of a database that tells no positions: what was configured as the primary is it, and the others are taken to follow. */
final class OtherDatabase implements Sampler {
    private static final Epoch NONE = new Epoch(0, 0);
    private static final int TIMEOUT_SECONDS = 1;

    private final Connection connection;
    private final boolean primary;
    private final LongSupplier clock;

    OtherDatabase(Connection connection, boolean primary, LongSupplier clock) {
        this.connection = connection;
        this.primary = primary;
        this.clock = clock;
    }

    @Override
    public NodeSample sample() throws SQLException {
        long startedAt = clock.getAsLong();
        if (!connection.isValid(TIMEOUT_SECONDS)) {
            throw new SQLException("it does not answer", "08006");
        }
        long endedAt = clock.getAsLong();
        return primary
                ? new PrimarySample(startedAt, endedAt, NONE, 0, 0, 0, 0)
                : new StandbySample(startedAt, endedAt, NONE, 0, Long.MAX_VALUE, 0, false);
    }

    @Override
    public void nudge() {
        // there is no log to be flushed
    }

    @Override
    public void close() {
        // nothing is held beyond the connection
    }
}
