package dev.plimsoll.work;

import dev.plimsoll.sql.Hash;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of values that are bound to statements or read from results. Equal values of different number types have one hash, so that
 * a {@code long} bound to a child query is recognised as the {@code int} read from its parent. Values themselves are never kept.
 */
final class ValueHash {
    static final long NULL = 0x6e75_6c6cL;

    /** Longer strings and arrays are hashed by their length and this many elements from either end. */
    private static final int LONG_VALUE = 1_024;

    private static final int SAMPLED = 64;

    private ValueHash() {}

    /** Never 0, which stands for a value that was not read. Literals have the same hashes: see {@code SqlFacts.literalHash}. */
    static long of(long value) {
        return Hash.finishNonZero(value);
    }

    static long of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return of(((Number) value).longValue());
        }
        if (value instanceof String string) {
            return ofString(string);
        }
        if (value instanceof UUID uuid) {
            return of(uuid.getMostSignificantBits() * 31 + uuid.getLeastSignificantBits());
        }
        return ofOther(value);
    }

    private static long ofOther(Object value) {
        if (value instanceof BigDecimal decimal) {
            return ofDecimal(decimal);
        }
        if (value instanceof BigInteger integer) {
            return integer.bitLength() < Long.SIZE ? of(integer.longValue()) : of(integer.hashCode());
        }
        if (value instanceof byte[] bytes) {
            return ofBytes(bytes);
        }
        return of(((long) value.getClass().getName().hashCode() << Integer.SIZE) ^ value.hashCode());
    }

    private static long ofDecimal(BigDecimal decimal) {
        if (decimal.scale() <= 0 && decimal.precision() - decimal.scale() < 19) {
            return of(decimal.longValue());
        }
        return of(((long) decimal.scale() << Integer.SIZE)
                ^ decimal.unscaledValue().hashCode());
    }

    private static long ofString(String string) {
        int length = string.length();
        if (length <= LONG_VALUE) {
            return of(((long) length << Integer.SIZE) ^ string.hashCode());
        }
        int ends = 31 * string.substring(0, SAMPLED).hashCode()
                + string.substring(length - SAMPLED).hashCode();
        return of(((long) length << Integer.SIZE) ^ ends);
    }

    private static long ofBytes(byte[] bytes) {
        int length = bytes.length;
        if (length <= LONG_VALUE) {
            return of(((long) length << Integer.SIZE) ^ Arrays.hashCode(bytes));
        }
        int ends = 31 * Arrays.hashCode(Arrays.copyOf(bytes, SAMPLED))
                + Arrays.hashCode(Arrays.copyOfRange(bytes, length - SAMPLED, length));
        return of(((long) length << Integer.SIZE) ^ ends);
    }

    /** The order of values matters: {@code (1, 2)} and {@code (2, 1)} are different vectors. */
    static long append(long vector, long hash) {
        return Hash.finish(vector * 31 + hash);
    }
}
