package dev.plimsoll.work;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.sql.SqlFacts.RowCount;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of the values bound to one prepared statement. Values are hashed when they are set and never kept, but for the row count
 * of a LIMIT or OFFSET. As confined to a thread as the statement is.
 */
public final class Binds {
    private static final AtomicLong OPAQUE = new AtomicLong();

    private final int limitParameter;
    private final int offsetParameter;
    private long[] hashes;
    private int count;
    private long limit = -1;
    private long offset = -1;

    public Binds(SqlFacts facts) {
        this.limitParameter = parameterOf(facts.limit());
        this.offsetParameter = parameterOf(facts.offset());
        this.hashes = new long[Math.max(1, facts.parameterCount())];
    }

    private static int parameterOf(@Nullable RowCount rows) {
        return rows == null ? 0 : rows.parameter();
    }

    /** A whole number was bound. */
    public void set(int parameter, long value) {
        put(parameter, ValueHash.of(value));
        if (parameter == limitParameter) {
            limit = value;
        } else if (parameter == offsetParameter) {
            offset = value;
        }
    }

    /** Anything but a stream was bound. */
    public void set(int parameter, @Nullable Object value) {
        if (value instanceof Number number && (parameter == limitParameter || parameter == offsetParameter)) {
            set(parameter, number.longValue());
        } else {
            put(parameter, ValueHash.of(value));
        }
    }

    /** A stream, reader or large object was bound, which must not be read: it counts as different from every other value. */
    public void setOpaque(int parameter) {
        put(parameter, ValueHash.of(Long.MIN_VALUE + OPAQUE.incrementAndGet()));
    }

    public void clear() {
        Arrays.fill(hashes, 0, count, 0);
        count = 0;
        limit = -1;
        offset = -1;
    }

    private void put(int parameter, long hash) {
        int index = parameter - 1;
        if (index < 0 || index > 0xffff) {
            return; // the driver refuses it
        }
        if (index >= hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(index + 1, hashes.length * 2));
        }
        hashes[index] = hash;
        count = Math.max(count, index + 1);
    }

    long hash(int parameter) {
        return parameter <= count ? hashes[parameter - 1] : 0;
    }

    long vector() {
        long vector = 0;
        for (int i = 0; i < count; i++) {
            vector = ValueHash.append(vector, hashes[i]);
        }
        return vector;
    }

    /** The value bound to the outermost LIMIT, or -1. */
    long limit() {
        return limit;
    }

    /** The value bound to the outermost OFFSET, or -1. */
    long offset() {
        return offset;
    }
}
