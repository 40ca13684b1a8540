package dev.plimsoll.work;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of the first rows that a unit reads, in one array of row blocks that is made once and grows within a bound. A block is
 * claimed under the ledger's lock and then written by the one thread that reads the result.
 */
final class ReadSamples {
    static final int NOT_SAMPLED = -1;
    static final int MAX_COLUMNS = 16;
    /** Rows kept of one statement in one unit: two results of 64 rows. */
    static final int MAX_ROWS_OF_STATEMENT = 128;

    private static final int BLOCK = MAX_COLUMNS + 1;
    private static final int FIRST_ROWS = 16;
    private static final int ROW_BITS = 9;
    private static final int MAX_ROWS = 1 << ROW_BITS;
    private static final int MAX_GENERATION = (1 << Integer.SIZE - 1 - ROW_BITS) - 1;

    private long @Nullable [] blocks;
    private int rows;
    private int generation;

    /** A sample for one row of the statement that has number {@code shape} in its unit. */
    int claim(int shape) {
        if (rows >= MAX_ROWS) {
            return NOT_SAMPLED;
        }
        long[] array = blocks;
        if (array == null) {
            array = new long[FIRST_ROWS * BLOCK];
            blocks = array;
        } else if (rows * BLOCK == array.length) {
            array = Arrays.copyOf(array, array.length * 2);
            blocks = array;
        }
        int block = rows * BLOCK;
        Arrays.fill(array, block, block + BLOCK, 0);
        array[block] = shape;
        return generation << ROW_BITS | rows++;
    }

    void put(int sample, int column, long hash) {
        long[] array = blocks;
        int index = (sample & MAX_ROWS - 1) * BLOCK + column;
        boolean current = sample >>> ROW_BITS == generation;
        if (array != null && current && column >= 1 && column <= MAX_COLUMNS && index < array.length) {
            array[index] = hash;
        }
    }

    /** The last column that a value of one statement was read from; 0 if there is none. */
    int width(int shape) {
        int width = 0;
        long[] array = blocks;
        for (int row = 0; array != null && row < rows; row++) {
            int block = row * BLOCK;
            for (int column = MAX_COLUMNS; array[block] == shape && column > width; column--) {
                if (array[block + column] != 0) {
                    width = column;
                }
            }
        }
        return width;
    }

    /** Different values read from one column of one statement. */
    long[] values(int shape, int column) {
        LongSet values = new LongSet(MAX_ROWS);
        long[] array = blocks;
        for (int row = 0; array != null && row < rows; row++) {
            int block = row * BLOCK;
            if (array[block] == shape && array[block + column] != 0) {
                values.add(array[block + column]);
            }
        }
        return values.toArray();
    }

    boolean nearlyFull() {
        return rows > MAX_ROWS / 2;
    }

    /** Forgets all rows; what is still written to their samples is ignored. */
    void clear() {
        if (rows > FIRST_ROWS) {
            blocks = null;
        }
        rows = 0;
        generation = generation + 1 & MAX_GENERATION;
    }
}
