package dev.plimsoll.jdbc;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.Binds;
import java.io.InputStream;
import java.io.Reader;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import org.jspecify.annotations.Nullable;

/** What is intercepted of a prepared statement: the values bound to it, hashed as they are set, and the rows of its batch. */
abstract class ProxyPreparedStatement extends WatchedStatement implements PreparedStatement {
    protected final PreparedStatement prepared;
    final SqlFacts facts;
    /** Made with the first value; never for a statement that is no work. */
    private @Nullable Binds binds;

    private int batchedRows;

    ProxyPreparedStatement(ProxyConnection connection, PreparedStatement delegate, SqlFacts facts) {
        super(connection, delegate);
        this.prepared = delegate;
        this.facts = facts;
    }

    @Override
    public final void addBatch() throws SQLException {
        prepared.addBatch();
        batchedRows++;
    }

    @Override
    public final void clearParameters() throws SQLException {
        prepared.clearParameters();
        if (binds != null) {
            binds.clear();
        }
    }

    final void executed(long startedAt) {
        executed(facts, binds, startedAt);
    }

    @Override
    final long beginBatch() {
        return batchedRows == 0 ? super.beginBatch() : begin(facts);
    }

    @Override
    final void executedBatch(long startedAt) {
        if (batchedRows == 0) {
            super.executedBatch(startedAt);
        } else if (facts.isWork()) {
            executedRows(facts, batchedRows, startedAt);
        } else {
            executed(facts, null, startedAt);
        }
    }

    @Override
    final void failedBatch(long startedAt) {
        if (batchedRows == 0) {
            super.failedBatch(startedAt);
        } else {
            failed(facts, startedAt);
        }
    }

    @Override
    final void forgetBatch() {
        super.forgetBatch();
        batchedRows = 0;
    }

    final void bound(int parameter, long value) {
        Binds values = binds();
        if (values != null) {
            values.set(parameter, value);
        }
    }

    final void bound(int parameter, boolean value) {
        bound(parameter, value ? 1L : 0L);
    }

    /** Whole numbers are equal to those of the whole types. */
    final void bound(int parameter, double value) {
        long whole = (long) value;
        bound(parameter, whole == value ? whole : Double.doubleToRawLongBits(value));
    }

    final void bound(int parameter, @Nullable Object value) {
        Binds values = binds();
        if (values == null) {
            return;
        }
        try {
            if (mayBeLookedAt(value)) {
                values.set(parameter, value);
            } else {
                values.setOpaque(parameter);
            }
        } catch (Throwable failure) { // of a foreign hashCode(), which the driver may never call
            values.setOpaque(parameter);
        }
    }

    /** Streams and large objects must not be read. */
    private static boolean mayBeLookedAt(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || !(value instanceof InputStream
                        || value instanceof Reader
                        || value instanceof Blob
                        || value instanceof Clob
                        || value instanceof SQLXML
                        || value instanceof Array
                        || value instanceof ResultSet);
    }

    private @Nullable Binds binds() {
        Binds known = binds;
        if (known == null && facts.isWork()) {
            known = new Binds(facts);
            binds = known;
        }
        return known;
    }
}
