package dev.plimsoll.jdbc;

import dev.plimsoll.work.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What else is intercepted of the first results of a statement in a unit: hashes of the values that are read from their first rows
 * are left as samples. A class of its own, so that reading any other result costs no more than counting its rows.
 */
abstract class ProxySampledResultSet extends WatchedResultSet {
    private static final int SAMPLED_ROWS = 64;

    private boolean sampling = true;
    /** Where values of the current row are left; negative if nowhere. */
    private int sample = Tally.NOT_SAMPLED;

    ProxySampledResultSet(ProxyStatement statement, ResultSet delegate, Tally tally) {
        super(statement, delegate, tally);
    }

    @Override
    public final boolean next() throws SQLException {
        boolean row = super.next();
        if (sampling) {
            sample = row ? claimRow() : Tally.NOT_SAMPLED;
            sampling = sample != Tally.NOT_SAMPLED;
        }
        return row;
    }

    private int claimRow() {
        Tally counted = tally();
        if (counted == null || rows() > SAMPLED_ROWS) {
            return Tally.NOT_SAMPLED;
        }
        try {
            int claimed = counted.claimRow();
            if (claimed != Tally.NOT_SAMPLED && rows() == 2 && counted.labels() == null) {
                tellLabels(counted);
            }
            return claimed;
        } catch (Throwable failure) { // ours, so not the application's
            failed(failure);
            return Tally.NOT_SAMPLED;
        }
    }

    /** A whole number was read; 0 may stand for NULL, and is no key. */
    final void read(int column, long value) {
        Tally counted = tally();
        if (counted != null && sample >= 0 && value != 0) {
            counted.read(sample, column, value);
        }
    }

    final void read(String label, long value) {
        if (sample >= 0 && value != 0) {
            read(column(label), value);
        }
    }

    @Override
    final void read(int column, @Nullable Object value) {
        Tally counted = tally();
        if (counted != null && sample >= 0 && mayBeKey(value)) {
            counted.read(sample, column, value);
        }
    }

    @Override
    final void read(String label, @Nullable Object value) {
        if (sample >= 0 && mayBeKey(value)) {
            read(column(label), value);
        }
    }

    /** Values of these types are what children are looked up by, and their hashes are cheap and safe. */
    private static boolean mayBeKey(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof UUID
                || value instanceof byte[]
                || value instanceof Date
                || value instanceof TemporalAccessor;
    }

    private int column(String label) {
        Tally counted = tally();
        if (counted == null) {
            return 0;
        }
        String[] labels = counted.labels();
        return ColumnLabels.number(labels == null ? tellLabels(counted) : labels, label);
    }

    private String[] tellLabels(Tally counted) {
        String[] labels = ColumnLabels.of(delegate);
        counted.labels(labels);
        return labels;
    }
}
