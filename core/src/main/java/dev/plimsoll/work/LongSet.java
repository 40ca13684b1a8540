package dev.plimsoll.work;

/** A set of non-zero hashes that stops growing at a limit. Not safe for use by several threads. */
final class LongSet {
    private final int limit;
    private long[] table = new long[16];
    private int size;

    LongSet(int limit) {
        this.limit = limit;
    }

    /** Whether {@code value} is new; false once the set is full. */
    boolean add(long value) {
        if (size >= limit || !insert(table, value)) {
            return false;
        }
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        return true;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long value : table) {
            if (value != 0) {
                insert(larger, value);
            }
        }
        table = larger;
    }

    private static boolean insert(long[] table, long value) {
        long stored = value == 0 ? 1 : value;
        int mask = table.length - 1;
        int index = (int) (stored ^ (stored >>> 32)) & mask;
        while (table[index] != 0) {
            if (table[index] == stored) {
                return false;
            }
            index = (index + 1) & mask;
        }
        table[index] = stored;
        return true;
    }

    /** The members, in no order. */
    long[] toArray() {
        long[] members = new long[size];
        int next = 0;
        for (long value : table) {
            if (value != 0) {
                members[next++] = value;
            }
        }
        return members;
    }
}
